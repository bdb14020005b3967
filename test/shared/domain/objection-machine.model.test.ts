import fc from "fast-check";
import { expect, test } from "vitest";
import { applyObjectionStep } from "#shared/domain/apply-objection-step.ts";
import { date } from "#shared/domain/calendar.ts";
import { mayTakeObjectionStep } from "#shared/domain/may-take-objection-step.ts";
import type { Objection, ObjectionState, ObjectionStep, ObjectionStepType } from "#shared/domain/objection.ts";
import type { ObjectionActing } from "#shared/domain/objection-conditions.ts";
import { objectionMachine } from "#shared/domain/objection-machine.ts";
import { listingId } from "#test/support/a-listing.ts";
import { objecting, objectionId } from "#test/support/an-objection.ts";
import { residentId } from "#test/support/people.ts";

interface Model {
  state: ObjectionState | "none";
  objector: string | undefined;
  holder: string | undefined;
}
interface Walk {
  objection: Objection | undefined;
}
type Command = fc.Command<Model, Walk>;

const stepTypes = Object.keys(objectionMachine) as readonly ObjectionStepType[];
const walked = new Set<string>();

/** Paula applied, Fay filed it for her, Bea found it eligible; Olga and Vera may object, Vera and Viktor decide. */
const contested = { residentId: residentId(1), filers: ["fay"], decidedBy: ["bea"] };
const everyone: readonly ObjectionActing[] = [
  { subject: "olga", role: "objector" },
  { subject: "vera", role: "objector" },
  { subject: "vera", role: "verifier" },
  { subject: "viktor", role: "verifier" },
  { subject: "bea", role: "verifier" },
  { subject: "fay", role: "verifier" },
  { subject: "paula", role: "verifier", residentId: residentId(1) },
];

const isLawful = (model: Model, type: ObjectionStepType, { subject, role }: ObjectionActing): boolean => {
  const isOpen = model.state === "submitted" || model.state === "under-verification";
  const mayDecide = role === "verifier" && ["vera", "viktor"].includes(subject) && subject !== model.objector;
  switch (type) {
    case "submitted":
      return role === "objector" && model.state === "none";
    case "assigned":
      return mayDecide && isOpen;
    case "upheld":
    case "rejected":
      return mayDecide && model.state === "under-verification" && model.holder === subject;
    case "withdrawn":
      return role === "objector" && isOpen && subject === model.objector;
  }
};

const stepOf = (type: ObjectionStepType): ObjectionStep => {
  const reasoned = { reason: "it is so", clause: "第三条" };
  switch (type) {
    case "submitted":
      return objecting();
    case "upheld":
      return { type, ...reasoned, becomes: { as: "left-out" } };
    case "rejected":
      return { type, ...reasoned };
    default:
      return { type };
  }
};

const follows = (model: Model, type: ObjectionStepType, subject: string): void => {
  switch (type) {
    case "submitted":
      Object.assign(model, { state: type, objector: subject });
      return;
    case "assigned":
      Object.assign(model, { state: "under-verification", holder: subject });
      return;
    default:
      model.state = type;
  }
};

const taken = ({ objection }: Walk, step: ObjectionStep, who: ObjectionActing): Objection => {
  mayTakeObjectionStep(objection, step.type, who, contested);
  return applyObjectionStep(objection, {
    objectionId: objectionId(1),
    listingId: listingId(1),
    version: (objection?.version ?? 0) + 1,
    step,
    by: { subject: who.subject, role: who.role },
    at: "2024-09-03T02:00:00.000Z",
    on: date("2024-09-03"),
  });
};

const take = (model: Model, walk: Walk, type: ObjectionStepType, who: ObjectionActing): void => {
  const from = model.state;
  const objection = taken(walk, stepOf(type), who);
  walk.objection = objection;
  follows(model, type, who.subject);
  walked.add(`${from} ${type} ${objection.state}`);

  expect([objection.state, objection.holder]).toEqual([model.state, model.holder]);
  expect(objection.decision !== undefined).toBe(type === "upheld" || type === "rejected");
  expect(objection.decision?.by).toBe(objection.decision && who.subject);
};

const tries = (type: ObjectionStepType, who: ObjectionActing): Command => ({
  check: () => true,
  toString: () => `${who.subject} (${who.role}) tries ${type}`,
  run: (model, walk) => {
    if (isLawful(model, type, who)) take(model, walk, type, who);
    else expect(() => taken(walk, stepOf(type), who)).toThrow();
  },
});

const waysOn = (model: Model) =>
  everyone.flatMap((who) => stepTypes.filter((type) => isLawful(model, type, who)).map((type) => ({ type, who })));

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
const anything = fc.tuple(fc.constantFrom(...stepTypes), fc.constantFrom(...everyone)).map((all) => tries(...all));

test("the machine does what the rules let, refuses what they don't, and every path ends", () => {
  fc.assert(
    fc.property(fc.commands([likely, anything, anything], { maxCommands: 20, size: "max" }), (all) => {
      const model: Model = { state: "none", objector: undefined, holder: undefined };
      const walk: Walk = { objection: undefined };
      fc.modelRun(() => ({ model, real: walk }), all);
      // somebody can always take it over and decide
      for (const type of ["assigned", "rejected"] as const) {
        const way = waysOn(model).find((one) => one.type === type);
        if (way) take(model, walk, type, way.who);
      }
      if (model.state !== "none") expect(waysOn(model)).toEqual([]);
    }),
    { numRuns: 300, seed: 20261124 },
  );

  const everyWay = stepTypes.flatMap((type) =>
    objectionMachine[type].from.flatMap((from) =>
      [objectionMachine[type].to].flat().map((to) => `${from} ${type} ${to}`),
    ),
  );
  expect([...walked].sort()).toEqual(everyWay.sort());
});
