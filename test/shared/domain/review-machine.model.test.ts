import fc from "fast-check";
import { expect, test } from "vitest";
import { holidays } from "#policies/holidays.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { DecisionRule, ReviewOutcome, ReviewState, ReviewStep, ReviewStepType } from "#shared/domain/review.ts";
import type { Acting } from "#shared/domain/review-conditions.ts";
import { isOpen, reviewMachine } from "#shared/domain/review-machine.ts";
import { createWorkingDays, HolidayYear } from "#shared/domain/working-days.ts";
import { calendarStep } from "#shared/procedure/calendar-step.ts";
import { nextDayOf } from "#shared/procedure/next-day.ts";
import { everyone, follows, isLawful, newModel, type ReviewModel } from "#test/support/review-model.ts";
import { dayLater, type ReviewWalk, stepOf, taken } from "#test/support/review-walk.ts";

const known = holidays.map((year) => HolidayYear.parse(year));
const newYear = { name: { zh: "元旦", en: "New Year's Day" }, from: "2027-01-01", to: "2027-01-03", makeUpDays: [] };
const notice = { document: "an invented notice", name: { zh: "通知", en: "Notice" }, issuedOn: "2026-11-03" };
const year2027 = HolidayYear.parse({ year: 2027, ...notice, holidays: [newYear] });
const untold = createWorkingDays(known);
const told = createWorkingDays([...known, year2027]);

const stepTypes = Object.keys(reviewMachine) as readonly ReviewStepType[];
const system: Acting = { subject: "system", role: "system" };
const walked = new Set<string>();

type Command = fc.Command<ReviewModel, ReviewWalk>;

/** Somebody tries something, lawful or not. */
const tries = (type: ReviewStepType, who: Acting, outcome: ReviewOutcome): Command => ({
  check: () => true,
  toString: () => `${who.subject} (${who.role}) tries ${type} ${outcome}`,
  run: (model, walk) => {
    if (!isLawful(model, type, who)) {
      // what only has to be refused needs no content of its own
      const step = { type } as ReviewStep;
      expect(() => taken(walk, step, who, model.today)).toThrow();
      return;
    }
    take(model, walk, stepOf(type, walk, model, who, outcome), who);
  },
});

/** Goes a good way at once, so that walks begin deep in the procedure too. */
const goes = (outcome: ReviewOutcome, ...types: readonly ReviewStepType[]): Command => ({
  check: () => true,
  toString: () => `goes ${types.join(", ")} to ${outcome}`,
  run: (model, walk) => {
    for (const type of types) {
      const who = everyone.find((one) => isLawful(model, type, one));
      if (who) tries(type, who, outcome).run(model, walk);
    }
  },
});

/** Days pass, and on each the calendar does all it has to. */
const passes = (days: number): Command => ({
  check: () => true,
  toString: () => `${days} days pass`,
  run: (model, walk) => {
    for (let day = 1; day <= days; day++) {
      model.today = dayLater(model.today);
      keepsDay(model, walk);
    }
  },
});

/** A day on which the daily job did not run; the next one makes up for it. */
const passesUnseen: Command = {
  check: () => true,
  toString: () => "a day passes unseen",
  run: (model) => {
    model.today = dayLater(model.today);
  },
};

const loadsTheYear: Command = {
  check: () => true,
  toString: () => "the year 2027 is loaded",
  run: (_, walk) => {
    walk.workingDays = told;
  },
};

const keepsDay = (model: ReviewModel, walk: ReviewWalk) => {
  for (;;) {
    const { review, workingDays } = walk;
    const step = review && calendarStep(review, model.today, workingDays);
    if (!step) break;
    if (step.type === "lapsed" || step.type === "escalated") {
      expect(review.term?.provisional).toBe(false);
      expect(model.today > (review.term?.dueOn ?? "9999")).toBe(true);
    }
    expect(isLawful(model, step.type, system), `${step.type} on ${model.today}`).toBe(true);
    take(model, walk, step, system);
  }
  noDeadlineIsSkipped(model, walk);
};

const noDeadlineIsSkipped = ({ today }: ReviewModel, { review, workingDays }: ReviewWalk) => {
  if (!review || !isOpen(review.state) || !review.term) return;
  const { state, term, escalated, lock } = review;
  if (!term.provisional && today > term.dueOn) expect([state === "material-asked", escalated]).toEqual([false, true]);
  if (lock) expect(today <= lock.term.dueOn).toBe(true);
  const next = nextDayOf(review, workingDays);
  if (next !== undefined && next !== "provisional") expect(next > today).toBe(true);
};

/** Takes the step on both sides, and holds one against the other. */
const take = (model: ReviewModel, walk: ReviewWalk, step: ReviewStep, who: Acting) => {
  const from = model.state;
  const before = walk.review;
  walk.review = taken(walk, step, who, model.today);
  follows(model, step, who);
  const { review } = walk;
  walked.add(`${from} ${step.type} ${review.state}`);

  expect(review.state).toBe(model.state);
  expect(review.version).toBe((before?.version ?? 0) + 1);
  expect([review.corrects, review.contradicted]).toEqual([model.corrects, model.contradicted]);
  // nothing is overdue on which nobody has to act
  if (!isOpen(review.state)) expect(review.escalated).toBe(false);
  expect(review.lock?.subject).toBe(model.holder?.subject);
  // whoever has to act has a term; nobody else has
  expect(review.term !== undefined).toBe(isOpen(review.state));
};

/** Whatever has happened, a finite number of ordinary acts ends it. */
const ends = (model: ReviewModel, walk: ReviewWalk) => {
  for (let act = 0; act < 40 && (isOpen(model.state as ReviewState) || model.state === "reopening-proposed"); act++) {
    const one = [...fresh, ...everyone].flatMap((who) =>
      (["decided", "assigned", "material-handed-in", "reopening-refused"] as const)
        .filter((type) => isLawful(model, type, who))
        .map((type) => ({ type, who })),
    )[0];
    if (one) take(model, walk, stepOf(one.type, walk, model, one.who, "rejected"), one.who);
    else passes(1).run(model, walk);
  }
  expect(isOpen(model.state as ReviewState) || model.state === "reopening-proposed").toBe(false);
};

/** An office has more people than have ever decided on one review. */
const fresh: readonly Acting[] = [
  { subject: "kim", role: "verifier", department: "hrss" },
  { subject: "lin", role: "verifier", department: "education" },
  { subject: "mo", role: "auditor" },
];

const outcomes: readonly ReviewOutcome[] = ["upheld", "partly-upheld", "rejected"];
const anything = fc
  .tuple(fc.constantFrom(...stepTypes), fc.constantFrom(...everyone), fc.constantFrom(...outcomes))
  .map((all) => tries(...all));
/** Mostly what leads on, else few walks would get far. */
const likely = fc.tuple(fc.nat(), fc.constantFrom(...outcomes)).map(
  ([pick, outcome]): Command => ({
    check: () => true,
    toString: () => `lawful step ${pick} ${outcome}`,
    run: (model, walk) => {
      const lawful = everyone.flatMap((who) =>
        stepTypes.filter((type) => isLawful(model, type, who)).map((type) => ({ type, who })),
      );
      // each kind of step as likely as any other, however many could take it
      const types = [...new Set(lawful.map(({ type }) => type))];
      const type = types[pick % types.length];
      const able = lawful.filter((one) => one.type === type);
      const one = able[Math.floor(pick / types.length) % able.length];
      if (one) tries(one.type, one.who, outcome).run(model, walk);
    },
  }),
);
const toDecision = ["submitted", "assigned", "decided", "assigned", "decided"] as const;
const commands = fc.commands(
  [
    ...Array.from({ length: 6 }, () => likely),
    anything,
    fc.constantFrom(
      goes("partly-upheld", ...toDecision),
      goes("partly-upheld", ...toDecision, "appealed", "assigned", "material-asked"),
      goes("rejected", ...toDecision, "appealed", "assigned", "material-asked"),
    ),
    fc.constantFrom(1, 3, 9, 25).map(passes),
    fc.constant(passesUnseen),
    fc.constant(loadsTheYear),
  ],
  { maxCommands: 90, size: "max" },
);

test("the machine does what the regulation lets, refuses what it doesn't, skips no term, and every path ends", () => {
  fc.assert(
    fc.property(fc.constantFrom<DecisionRule>("one-decides", "all-agree", "each-for-itself"), commands, (rule, all) => {
      const model = newModel(rule);
      const walk: ReviewWalk = { review: undefined, workingDays: untold };
      fc.modelRun(() => ({ model, real: walk }), all);
      if (model.state !== "none") ends(model, walk);
    }),
    { numRuns: 1500, seed: 20261201 },
  );

  expect([...walked].sort()).toEqual(everyWay());
});

test("what is refused is refused with words for its reader, except to the system", () => {
  const model = newModel("one-decides");
  const walk: ReviewWalk = { review: undefined, workingDays: told };
  const [resident, , , ann] = everyone as readonly [Acting, Acting, Acting, Acting];
  const attempt = (type: ReviewStepType, who: Acting, on: CalendarDate = model.today) => {
    try {
      taken(walk, stepOf(type, walk, model, who, "upheld"), who, on);
    } catch (thrown) {
      return isRefusal(thrown) ? thrown.code : "fault";
    }
    return "taken";
  };

  expect(attempt("submitted", ann)).toBe("role-not-allowed");
  walk.review = taken(walk, stepOf("submitted", walk, model, resident, "upheld"), resident, model.today);
  expect(attempt("appealed", resident)).toBe("step-not-allowed");
  expect(attempt("escalated", system)).toBe("fault");
});

/** All that the table has; `released`, `reminded` and their like by anybody count once. */
const everyWay = (): readonly string[] =>
  stepTypes
    .flatMap((type) => {
      const { from, to } = reviewMachine[type];
      return from.flatMap((one) =>
        to === "same" ? [`${one} ${type} ${one}`] : to.map((other) => `${one} ${type} ${other}`),
      );
    })
    .sort();
