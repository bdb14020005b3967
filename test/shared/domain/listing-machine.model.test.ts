import fc from "fast-check";
import { expect, test } from "vitest";
import { applyListingStep } from "#shared/domain/apply-listing-step.ts";
import { type CalendarDate, date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { Listing, ListingRole, ListingState, ListingStep, ListingStepType } from "#shared/domain/listing.ts";
import { listingMachine } from "#shared/domain/listing-machine.ts";
import { mayTakeListingStep } from "#shared/domain/may-take-listing-step.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import { listingId, making } from "#test/support/a-listing.ts";
import { applicationNumber } from "#test/support/an-application.ts";
import { objectionId } from "#test/support/an-objection.ts";

/** What the rules of listings come to, without the machine's table. */
interface Model {
  state: ListingState | "none";
  today: CalendarDate;
  due: CalendarDate | undefined;
  certain: boolean;
  open: number;
  correcting: boolean;
  revision: number;
}
interface Walk {
  listing: Listing | undefined;
}
type Command = fc.Command<Model, Walk>;

const stepTypes = Object.keys(listingMachine) as readonly ListingStepType[];
const parts: readonly ListingRole[] = ["objector", "verifier", "system"];
const walked = new Set<string>();
const later = (day: CalendarDate, days: number): CalendarDate => dateOf(dayAfter(dayOf(day), days));
const counts = { placed: 1, "no-place": 0, "below-threshold": 0, "left-out": 0 };

const isOver = ({ due, certain, today }: Model): boolean => certain && due !== undefined && today > due;

const isLawful = (model: Model, type: ListingStepType, role: ListingRole): boolean => {
  const isPublic = model.state === "public";
  switch (type) {
    case "made":
      return role === "system" && model.state === "none";
    case "replaced":
    case "published":
      return role === "system" && model.state === "preview";
    case "term-fixed":
      return role === "system" && isPublic && !model.certain;
    case "objection-taken":
      return role === "objector" && isPublic && !isOver(model);
    case "objection-closed":
      return role !== "system" && isPublic && model.open > (model.correcting ? 1 : 0);
    case "correction-begun":
      return role === "verifier" && isPublic && model.open > 0 && !model.correcting;
    case "corrected":
      return role === "system" && isPublic && model.correcting;
    case "closed":
      return role === "system" && isPublic && isOver(model) && model.open === 0 && !model.correcting;
  }
};

const stepOf = (type: ListingStepType, { today, due, certain }: Model): ListingStep => {
  const term = { startedOn: today, workingDays: 5, dueOn: due ?? later(today, 7), provisional: certain };
  switch (type) {
    case "made":
      return making();
    case "published":
      // every other listing is published into a year whose holidays are not known
      return { type, term: { ...term, provisional: dayOf(today) % 2 === 0 } };
    case "term-fixed":
      return { type, term: { ...term, provisional: false } };
    case "correction-begun": {
      const reasoned = { reason: "it was wrong", clause: "第三条" };
      const of = { objectionId: objectionId(1), applicationNumber: applicationNumber(1) };
      return { type, correction: { ...of, ...reasoned, becomes: { as: "left-out" } } };
    }
    case "corrected":
      return { type, digest: "e".repeat(64), counts };
    default:
      return { type };
  }
};

/** What the step makes of the model. */
const follows = (model: Model, step: ListingStep): void => {
  switch (step.type) {
    case "made":
      Object.assign(model, { state: "preview", revision: 1 });
      return;
    case "published":
      Object.assign(model, { state: "public", due: step.term.dueOn, certain: !step.term.provisional });
      return;
    case "term-fixed":
      model.certain = true;
      return;
    case "objection-taken":
      model.open += 1;
      return;
    case "objection-closed":
      model.open -= 1;
      return;
    case "correction-begun":
      model.correcting = true;
      return;
    case "corrected":
      Object.assign(model, { correcting: false, open: model.open - 1, revision: model.revision + 1 });
      return;
    case "replaced":
    case "closed":
      model.state = "closed";
      return;
  }
};

const taken = ({ listing }: Walk, step: ListingStep, role: ListingRole, { today }: Model): Listing => {
  mayTakeListingStep(listing, step.type, role, today);
  const by = { subject: "someone", role };
  const version = (listing?.version ?? 0) + 1;
  return applyListingStep(listing, {
    listingId: listingId(1),
    version,
    step,
    by,
    at: `${today}T02:00:00.000Z`,
    on: today,
  });
};

const take = (model: Model, walk: Walk, type: ListingStepType, role: ListingRole): void => {
  const [from, before] = [model.state, walk.listing];
  const step = stepOf(type, model);
  const listing = taken(walk, step, role, model);
  walk.listing = listing;
  follows(model, step);
  walked.add(`${from} ${type} ${listing.state}`);

  expect([listing.state, listing.revision, listing.openObjections]).toEqual([model.state, model.revision, model.open]);
  expect(listing.correcting !== undefined).toBe(model.correcting);
  expect([listing.changes.length, listing.earlier.length]).toEqual([listing.revision - 1, listing.revision - 1]);
  // what the public once saw is never taken back
  if (before?.publishedOn) expect(listing.publishedOn).toBe(before.publishedOn);
  if (type !== "corrected" && before) expect(listing.digest).toBe(before.digest);
};

const tries = (type: ListingStepType, role: ListingRole): Command => ({
  check: () => true,
  toString: () => `${role} tries ${type}`,
  run: (model, walk) => {
    if (isLawful(model, type, role)) take(model, walk, type, role);
    else expect(() => taken(walk, stepOf(type, model), role, model)).toThrow();
  },
});

const waysOn = (model: Model) =>
  parts.flatMap((role) =>
    stepTypes.filter((type) => isLawful(model, type, role)).map((type): Command => tries(type, role)),
  );

const likely = fc.nat().map(
  (pick): Command => ({
    check: () => true,
    toString: () => `lawful step ${pick}`,
    run: (model, walk) => {
      const ways = waysOn(model);
      ways[pick % ways.length]?.run(model, walk);
    },
  }),
);

const passes = (days: number): Command => ({
  check: () => true,
  toString: () => `${days} days pass`,
  run: (model) => {
    model.today = later(model.today, days);
  },
});

/** Whatever has happened, ordinary acts and days end it. */
const ends = (model: Model, walk: Walk): void => {
  const on = ["published", "term-fixed", "corrected", "objection-closed", "closed"] as const;
  for (let act = 0; act < 200 && model.state !== "closed"; act++) {
    const type = on.find((one) => parts.some((role) => isLawful(model, one, role)));
    const role = parts.find((one) => type && isLawful(model, type, one));
    if (type && role) take(model, walk, type, role);
    else model.today = later(model.today, 5);
  }
  expect(model.state).toBe("closed");
};

const anything = fc.tuple(fc.constantFrom(...stepTypes), fc.constantFrom(...parts)).map((all) => tries(...all));
const commands = fc.commands([likely, likely, anything, fc.constantFrom(1, 6).map(passes)], {
  maxCommands: 40,
  size: "max",
});
const newModel = (from: number): Model => ({
  state: "none",
  today: later(date("2024-09-02"), from),
  due: undefined,
  certain: true,
  open: 0,
  correcting: false,
  revision: 0,
});

test("the machine does what the rules let, refuses what they don't, and every path ends", () => {
  fc.assert(
    fc.property(fc.boolean(), commands, (odd, all) => {
      const model = newModel(odd ? 1 : 0);
      const walk: Walk = { listing: undefined };
      fc.modelRun(() => ({ model, real: walk }), all);
      if (model.state !== "none") ends(model, walk);
    }),
    { numRuns: 300, seed: 20261124 },
  );

  expect([...walked].sort()).toEqual(everyWay());
});

test("what is refused is refused with words for its reader, except to the system", () => {
  const model = newModel(1);
  const walk: Walk = { listing: undefined };
  const attempt = (type: ListingStepType, role: ListingRole) => {
    try {
      taken(walk, stepOf(type, model), role, model);
    } catch (thrown) {
      return isRefusal(thrown) ? thrown.code : "fault";
    }
    return "taken";
  };

  expect(attempt("made", "verifier")).toBe("role-not-allowed");
  for (const type of ["made", "published"] as const) take(model, walk, type, "system");
  if (!model.certain) take(model, walk, "term-fixed", "system");
  expect(attempt("closed", "system")).toBe("fault");
  for (const type of ["objection-taken", "objection-taken"] as const) take(model, walk, type, "objector");
  take(model, walk, "correction-begun", "verifier");
  expect(attempt("correction-begun", "verifier")).toBe("listing-busy");
  model.today = later(model.today, 30);
  expect(attempt("objection-taken", "objector")).toBe("objection-too-late");
  expect(attempt("closed", "system")).toBe("fault");
  expect(attempt("published", "system")).toBe("step-not-allowed");
});

/** All that the table has. */
const everyWay = (): readonly string[] =>
  stepTypes
    .flatMap((type) => {
      const { from, to } = listingMachine[type];
      return from.flatMap((one) =>
        to === "same" ? [`${one} ${type} ${one}`] : to.map((next) => `${one} ${type} ${next}`),
      );
    })
    .sort();
