import fc from "fast-check";
import { expect, test } from "vitest";
import { applyProgrammeStep } from "#shared/domain/apply-programme-step.ts";
import { mayTakeProgrammeStep } from "#shared/domain/may-take-programme-step.ts";
import type { Programme, ProgrammeStep, ProgrammeStepType } from "#shared/domain/programme.ts";
import type { ProgrammeActing } from "#shared/domain/programme-conditions.ts";
import { programmeMachine } from "#shared/domain/programme-machine.ts";
import { programmeNextDay } from "#shared/domain/programme-next-day.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import { programmeStep } from "#test/support/a-programme.ts";
import {
  everyone,
  follows,
  isLawful,
  laterBy,
  newModel,
  type ProgrammeModel,
  stepOf,
} from "#test/support/programme-model.ts";

interface Walk {
  programme: Programme | undefined;
}
type Command = fc.Command<ProgrammeModel, Walk>;

const stepTypes = Object.keys(programmeMachine) as readonly ProgrammeStepType[];
const walked = new Set<string>();

/** Asks for leave and takes the step; the guard's no is thrown. */
const taken = (
  { programme }: Walk,
  step: ProgrammeStep,
  who: ProgrammeActing,
  { today }: ProgrammeModel,
): Programme => {
  mayTakeProgrammeStep(programme, step.type, who, today);
  return applyProgrammeStep(programme, programmeStep(programme, { step, ...who, on: today }));
};

/** Takes the step on both sides, and holds one against the other. */
const take = (model: ProgrammeModel, walk: Walk, type: ProgrammeStepType, who: ProgrammeActing) => {
  const from = model.state;
  const before = walk.programme;
  const step = stepOf(type, model);
  const programme = taken(walk, step, who, model);
  walk.programme = programme;
  follows(model, step, who);
  walked.add(`${from} ${type} ${programme.state}`);

  expect(programme.state).toBe(model.state);
  expect(programme.version).toBe((before?.version ?? 0) + 1);
  expect([programme.round, programme.run, programme.dueOn]).toEqual([model.round, model.runs, model.openUntil]);
  expect(programme.seed !== undefined).toBe(model.hasSeed);
  expect(new Set(programme.authors)).toEqual(new Set(model.writers));
  expect(programme.since).toBe(before && from === model.state ? before.since : model.today);
  // a listing is named from when there is one until the next is made
  expect(programme.listingId !== undefined).toBe(["preview", "listed", "final"].includes(programme.state));
  // what lies open is looked at on the day after
  if (programme.dueOn) expect(programmeNextDay(programme)).toBe(laterBy(programme.dueOn, 1));
};

/** Somebody tries something, lawful or not. */
const tries = (type: ProgrammeStepType, who: ProgrammeActing): Command => ({
  check: () => true,
  toString: () => `${who.subject} (${who.role}) tries ${type}`,
  run: (model, walk) => {
    if (isLawful(model, type, who)) take(model, walk, type, who);
    else expect(() => taken(walk, stepOf(type, model), who, model)).toThrow();
  },
});

const waysOn = (model: ProgrammeModel) =>
  everyone.flatMap((who) => stepTypes.filter((type) => isLawful(model, type, who)).map((type) => ({ type, who })));

/** Mostly what leads on, else few walks would get far. */
const likely = fc.nat().map(
  (pick): Command => ({
    check: () => true,
    toString: () => `lawful step ${pick}`,
    run: (model, walk) => {
      const ways = waysOn(model);
      const way = ways[pick % ways.length];
      if (way) take(model, walk, way.type, way.who);
    },
  }),
);

const passes = (days: number): Command => ({
  check: () => true,
  toString: () => `${days} days pass`,
  run: (model) => {
    model.today = laterBy(model.today, days);
  },
});

/** Whatever has happened, ordinary acts and days end it. */
const ends = (model: ProgrammeModel, walk: Walk) => {
  const done = () => model.state === "discarded" || (model.state === "final" && !(model.twice && model.round === 1));
  for (let act = 0; act < 60 && !done(); act++) {
    const on = ["discarded", "seed-drawn", "settlement-begun", "listed", "finalised", "second-round-begun"] as const;
    const way = waysOn(model).find(({ type }) => on.some((one) => one === type));
    if (way) take(model, walk, way.type, way.who);
    else model.today = laterBy(model.today, 2);
  }
  expect(done(), `${model.state} in round ${model.round}`).toBe(true);
};

const anything = fc.tuple(fc.constantFrom(...stepTypes), fc.constantFrom(...everyone)).map((all) => tries(...all));
const commands = fc.commands([likely, likely, likely, anything, fc.constantFrom(1, 4, 12, 25).map(passes)], {
  maxCommands: 60,
  size: "max",
});

test("the machine does what the rules let, refuses what they don't, and every path ends", () => {
  fc.assert(
    fc.property(fc.boolean(), commands, (twice, all) => {
      const model = newModel(twice);
      const walk: Walk = { programme: undefined };
      fc.modelRun(() => ({ model, real: walk }), all);
      if (model.state !== "none") ends(model, walk);
    }),
    { numRuns: 300, seed: 20261124 },
  );

  expect([...walked].sort()).toEqual(everyWay());
});

test("what is refused is refused with words for its reader, except to the system", () => {
  const model = newModel(false);
  const walk: Walk = { programme: undefined };
  const attempt = (type: ProgrammeStepType, subject: string, role: ProgrammeActing["role"]) => {
    try {
      taken(walk, stepOf(type, model), { subject, role }, model);
    } catch (thrown) {
      return isRefusal(thrown) ? thrown.code : "fault";
    }
    return "taken";
  };

  expect(attempt("drafted", "ada", "approver")).toBe("role-not-allowed");
  take(model, walk, "drafted", { subject: "ruth", role: "rule-maker" });
  expect(attempt("settlement-begun", "vera", "verifier")).toBe("step-not-allowed");
  expect(attempt("published", "ruth", "approver")).toBe("second-person-needed");
  take(model, walk, "published", { subject: "ada", role: "approver" });
  expect(attempt("seed-drawn", "vera", "verifier")).toBe("programme-too-early");
  expect(attempt("settlement-begun", "vera", "verifier")).toBe("programme-too-early");
  model.today = laterBy(model.today, 40);
  expect(attempt("settlement-begun", "vera", "verifier")).toBe("seed-missing");
  for (const type of ["seed-drawn", "settlement-begun"] as const)
    take(model, walk, type, { subject: "vera", role: "verifier" });
  take(model, walk, "previewed", { subject: "system", role: "system" });
  expect(attempt("listed", "system", "system")).toBe("fault");
});

/** All that the table has. */
const everyWay = (): readonly string[] =>
  stepTypes
    .flatMap((type) => {
      const { from, to } = programmeMachine[type];
      return from.flatMap((one) =>
        to === "same" ? [`${one} ${type} ${one}`] : to.map((next) => `${one} ${type} ${next}`),
      );
    })
    .sort();
