import type { Call } from "#shared/contract/endpoint.ts";
import type { proposeFindingEndpoint } from "#shared/contract/findings.ts";
import type { Application } from "#shared/domain/application.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { supplierOf } from "#shared/domain/department.ts";
import { type Dossier, factsOf } from "#shared/domain/dossier.ts";
import { factNames } from "#shared/domain/facts.ts";
import type { FindingDepartment } from "#shared/domain/finding.ts";
import { type FieldError, Refusal } from "#shared/domain/refusal.ts";

interface Known {
  readonly department: FindingDepartment;
  readonly dossier: Dossier;
  /** Of those named, the person's own. */
  readonly applications: readonly Application[];
  readonly on: CalendarDate;
  /** Whether the standard in force voids all points until a day. */
  readonly isBarred: boolean;
}

/**
 * What a finding names must be there, and be the department's own affair.
 * @throws Refusal finding-unfounded that says of each what to do
 */
export const requireFounded = (
  { facts, reviewIds, applications, barredUntil }: Call<typeof proposeFindingEndpoint>["body"],
  { department, dossier, applications: own, on, isBarred }: Known,
): void => {
  const hasPoints = facts.length + reviewIds.length > 0;
  const supplied = new Set(suppliedIds(dossier, department));
  const corrected = new Set(
    dossier.corrections.flatMap(({ reviewId, patch }) => (supplierOf[patch.fact] === department ? [reviewId] : [])),
  );
  const isGranted = (number: string) => {
    const application = own.find(({ applicationNumber }) => applicationNumber === number);
    return application?.state === "granted" && (hasPoints || application.department === department);
  };
  const errors = [
    ...missing("facts", facts, (id) => supplied.has(id), "must be the id of a fact that your department supplies"),
    ...missing(
      "reviewIds",
      reviewIds,
      (id) => corrected.has(id),
      "must be a review on which a correction of such a fact stands",
    ),
    ...missing(
      "applications",
      applications,
      isGranted,
      "must be a granted application of this person: your own department's, unless facts or reviews are named too",
    ),
    ...barFaults(barredUntil, { hasPoints, isBarred, on }),
    ...(hasPoints || applications.length > 0
      ? []
      : [{ field: "$", detail: "name at least one fact, review or application that the material has won" }]),
  ];
  if (errors.length > 0) throw new Refusal("finding-unfounded", { errors });
};

const missing = (
  field: string,
  ids: readonly string[],
  isThere: (id: string) => boolean,
  detail: string,
): readonly FieldError[] => ids.flatMap((id, at) => (isThere(id) ? [] : [{ field: `${field}[${at}]`, detail }]));

const barFaults = (
  barredUntil: CalendarDate | undefined,
  { hasPoints, isBarred, on }: Pick<Known, "isBarred" | "on"> & { readonly hasPoints: boolean },
): readonly FieldError[] => {
  const field = "barredUntil";
  if (barredUntil === undefined) {
    // without a day it would be void for good
    const detail = "must say the day on which the score counts again: the standard in force voids all of it until then";
    return isBarred && hasPoints ? [{ field, detail }] : [];
  }
  if (!hasPoints) return [{ field, detail: "needs a fact or a review that was won by forgery" }];
  return barredUntil > on ? [] : [{ field, detail: "must lie in the future" }];
};

/** A birth date has no id: who reports it wrongly is for a review. */
const suppliedIds = (dossier: Dossier, department: FindingDepartment): readonly string[] => {
  const facts = factsOf(dossier);
  return factNames.flatMap((name) => {
    const items = facts[name];
    if (supplierOf[name] !== department || !Array.isArray(items)) return [];
    return items.flatMap(({ id }: { readonly id?: string }) => (id === undefined ? [] : [id]));
  });
};
