import { isDeepStrictEqual } from "node:util";
import { Department, supplierOf } from "#shared/domain/department.ts";
import { type Dossier, factsOf } from "#shared/domain/dossier.ts";
import { factNames, nothingKnown } from "#shared/domain/facts.ts";
import { type DossierEvent, permitEventNames } from "./dossier-event.ts";

/** What has happened between two images of a dossier; all that is in it where there was none before. */
export const changesBetween = (before: Dossier | undefined, after: Dossier): readonly DossierEvent[] => [
  ...registration(before, after),
  ...contradictions(before, after),
  ...corrections(before, after),
  ...findings(before, after),
  ...Department.options.flatMap((department) => reports(before, after, department)),
  ...permitEvents(before, after),
];

const registration = (before: Dossier | undefined, after: Dossier): readonly DossierEvent[] => {
  if (!before) return [{ name: "resident-registered" }];
  return before.area === after.area ? [] : [{ name: "registration-moved" }];
};

const contradictions = (before: Dossier | undefined, after: Dossier): readonly DossierEvent[] =>
  isContradictedAnew(before, after) ? [{ name: "birth-date-contradicted" }] : [];

const isContradictedAnew = (before: Dossier | undefined, after: Dossier): boolean =>
  newConflicts(before, after).some(({ code }) => code === "birth-date-contradicts-identity-number");

const newConflicts = (before: Dossier | undefined, after: Dossier): Dossier["conflicts"] =>
  after.conflicts.filter((conflict) => !before?.conflicts.some((known) => isDeepStrictEqual(known, conflict)));

const corrections = (before: Dossier | undefined, after: Dossier): readonly DossierEvent[] => {
  const [old, young] = [before?.corrections ?? [], after.corrections];
  const aside = [...(before?.setAside ?? []), ...(after.setAside ?? [])].map(({ correction }) => correction.reviewId);
  const corrected = young.filter(
    (correction) => !aside.includes(correction.reviewId) && !old.some((known) => isDeepStrictEqual(known, correction)),
  );
  const gone = old.filter(
    ({ reviewId }) => !aside.includes(reviewId) && !young.some((correction) => correction.reviewId === reviewId),
  );
  return [
    ...corrected.map(({ reviewId }) => ({ name: "fact-corrected" as const, reviewId })),
    ...gone.map(({ reviewId, patch }) => ({
      name: hasReported(before, after, supplierOf[patch.fact])
        ? ("correction-confirmed" as const)
        : ("correction-withdrawn" as const),
      reviewId,
    })),
    ...newConflicts(before, after).flatMap((conflict): readonly DossierEvent[] =>
      conflict.code === "source-contradicts-correction"
        ? [{ name: "correction-contradicted", reviewId: conflict.reviewId, recordId: conflict.recordId }]
        : [],
    ),
    ...contested(before).flatMap((reviewId): readonly DossierEvent[] =>
      young.some((correction) => correction.reviewId === reviewId) && !contested(after).includes(reviewId)
        ? [{ name: "correction-uncontested", reviewId }]
        : [],
    ),
  ];
};

const findings = (before: Dossier | undefined, after: Dossier): readonly DossierEvent[] => {
  const [old, young] = [findingsIn(before), findingsIn(after)];
  return [
    ...young.flatMap((findingId) => (old.includes(findingId) ? [] : [{ name: "facts-voided" as const, findingId }])),
    ...old.flatMap((findingId) =>
      young.includes(findingId) ? [] : [{ name: "voiding-withdrawn" as const, findingId }],
    ),
  ];
};

/** The findings of forgery that have an effect on the dossier. */
const findingsIn = (dossier: Dossier | undefined): readonly string[] => [
  ...new Set(
    [...(dossier?.voidedFacts ?? []), ...(dossier?.setAside ?? [])].flatMap(({ findingId }) =>
      findingId === undefined ? [] : [findingId],
    ),
  ),
];

/** The reviews whose corrections their source contradicts. */
const contested = (dossier: Dossier | undefined): readonly string[] =>
  (dossier?.conflicts ?? []).flatMap((conflict) =>
    conflict.code === "source-contradicts-correction" ? [conflict.reviewId] : [],
  );

const hasReported = (before: Dossier | undefined, after: Dossier, department: Department): boolean =>
  !isDeepStrictEqual(before?.departments[department], after.departments[department]);

const reports = (before: Dossier | undefined, after: Dossier, department: Department): readonly DossierEvent[] => {
  if (!hasReported(before, after, department)) return [];
  const [old, young] = [before ? factsOf(before) : nothingKnown, factsOf(after)];
  const facts = factNames.filter(
    (name) => supplierOf[name] === department && !isDeepStrictEqual(old[name], young[name]),
  );
  if (facts.length > 0) return [{ name: "facts-changed", department, facts }];
  // what contradicts the identity number confirms nothing
  if (department === "public-security" && isContradictedAnew(before, after)) return [];
  return [{ name: "facts-confirmed", department }];
};

const permitEvents = (before: Dossier | undefined, after: Dossier): readonly DossierEvent[] => {
  const known = new Set(before?.permitEvents.map(({ event }) => event.eventId));
  return after.permitEvents
    .filter(({ event }) => !known.has(event.eventId))
    .map(({ event: { type, eventId, effectiveOn }, version }) => ({
      name: permitEventNames[type],
      eventId,
      effectiveOn,
      version,
    }));
};
