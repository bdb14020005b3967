import fc from "fast-check";
import { expect, test } from "vitest";
import type { ApplicationStepType } from "#shared/domain/application.ts";
import type { ApplicationActing } from "#shared/domain/application-conditions.ts";
import { applicationMachine } from "#shared/domain/application-machine.ts";
import { waitingForApplication } from "#shared/domain/application-waiting.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import {
  type ApplicationModel,
  everyoneInIt,
  followsIn,
  isLawfulOn,
  newApplicationModel,
  type Phase,
} from "#test/support/application-model.ts";
import { type ApplicationWalk, takenBy } from "#test/support/application-walk.ts";

const stepTypes = Object.keys(applicationMachine) as readonly ApplicationStepType[];
const phases: readonly Phase[] = ["open", "closed", "settling", "listed", "final"];
const walked = new Set<string>();

type Command = fc.Command<ApplicationModel, ApplicationWalk>;

/** Somebody tries something, lawful or not. */
const tries = (type: ApplicationStepType, who: ApplicationActing): Command => ({
  check: () => true,
  toString: () => `${who.subject} (${who.role}) tries ${type}`,
  run: (model, walk) => {
    if (isLawfulOn(model, type, who)) take(model, walk, type, who);
    else expect(() => takenBy(walk, type, who, model.phase)).toThrow();
  },
});

const goesOn: Command = {
  check: ({ phase }) => phase !== "final",
  toString: () => "the programme goes on",
  run: (model) => {
    model.phase = phases[phases.indexOf(model.phase) + 1] ?? "final";
  },
};

/** Takes the step on both sides, and holds one against the other. */
const take = (model: ApplicationModel, walk: ApplicationWalk, type: ApplicationStepType, who: ApplicationActing) => {
  const [from, before] = [model.state, walk.application];
  const after = takenBy(walk, type, who, model.phase);
  walk.application = after;
  followsIn(model, type, who);
  walked.add(`${from} ${type} ${after.state}`);

  expect(after.state).toBe(model.state);
  expect(after.version).toBe((before?.version ?? 0) + 1);
  expect(after.filers).toEqual(model.filers);
  expect([after.contested, after.decidedBy]).toEqual([model.contested, model.deciders]);
  // whoever has to act has a term, and nobody else
  const hasToAct = after.state === "submitted" || after.state === "material-asked";
  expect([after.term !== undefined, after.asked !== undefined]).toEqual([hasToAct, after.state === "material-asked"]);
  // what it once had stays to be told of
  expect(after.granted !== undefined).toBe(model.hadPlace);
  if (before?.frozen && type !== "frozen") expect(after.frozen).toEqual(before.frozen);
};

/** Whatever has happened, the ranking ends it: nobody waits for ever. */
const ends = (model: ApplicationModel, walk: ApplicationWalk) => {
  const system = everyoneInIt.find(({ role }) => role === "system");
  if (!system) throw new Error("there is no system");
  if (model.phase === "open" || model.phase === "closed") model.phase = "settling";
  if (model.phase === "final") return;
  for (const type of ["left-out", "not-granted"] as const) {
    if (isLawfulOn(model, type, system)) take(model, walk, type, system);
  }
  expect(walk.application && waitingForApplication(walk.application.state)).toBe("nobody");
};

const anything = fc.tuple(fc.constantFrom(...stepTypes), fc.constantFrom(...everyoneInIt)).map((all) => tries(...all));
/** Mostly what leads on, else few walks would get far. */
const likely = fc.nat().map(
  (pick): Command => ({
    check: () => true,
    toString: () => `lawful step ${pick}`,
    run: (model, walk) => {
      const lawful = everyoneInIt.flatMap((who) =>
        stepTypes.filter((type) => isLawfulOn(model, type, who)).map((type) => ({ type, who })),
      );
      // each kind of step as likely as any other, however many could take it
      const types = [...new Set(lawful.map(({ type }) => type))];
      const able = lawful.filter(({ type }) => type === types[pick % types.length]);
      const one = able[Math.floor(pick / types.length) % able.length];
      if (one) take(model, walk, one.type, one.who);
    },
  }),
);
const commands = fc.commands([likely, likely, likely, anything, fc.constant(goesOn)], {
  maxCommands: 60,
  size: "max",
});

test("the machine does what the regulation lets, refuses what it doesn't, walks every way, and every path ends", () => {
  fc.assert(
    fc.property(commands, (all) => {
      const [model, walk]: [ApplicationModel, ApplicationWalk] = [newApplicationModel(), { application: undefined }];
      fc.modelRun(() => ({ model, real: walk }), all);
      if (model.state !== "none") ends(model, walk);
    }),
    { numRuns: 800, seed: 20241101 },
  );

  expect([...walked].sort()).toEqual(everyWay());
});

test("what is refused is refused with words for its reader, except to the system", () => {
  const walk: ApplicationWalk = { application: undefined };
  const [resident, , , ann] = everyoneInIt as [
    ApplicationActing,
    ApplicationActing,
    ApplicationActing,
    ApplicationActing,
  ];
  const attempt = (type: ApplicationStepType, who: ApplicationActing, phase: Phase = "open") => {
    try {
      takenBy(walk, type, who, phase);
    } catch (thrown) {
      return isRefusal(thrown) ? thrown.code : "fault";
    }
    return "taken";
  };

  expect(attempt("applied", ann)).toBe("role-not-allowed");
  expect(attempt("applied", resident, "closed")).toBe("application-window-closed");
  walk.application = takenBy(walk, "applied", resident, "open");
  expect(attempt("contested", resident)).toBe("step-not-allowed");
  expect(attempt("accepted", ann, "settling")).toBe("application-cut-off");
  expect(attempt("left-out", { subject: "system", role: "system" })).toBe("fault");
});

/** All that the table has. */
const everyWay = (): readonly string[] =>
  stepTypes
    .flatMap((type) => {
      const { from, to } = applicationMachine[type];
      return from.flatMap((one) =>
        to === "same" ? [`${one} ${type} ${one}`] : to.map((other) => `${one} ${type} ${other}`),
      );
    })
    .sort();
