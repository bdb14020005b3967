import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { stepsFrom } from "#shared/domain/machine.ts";
import { mayTakeRelationStep } from "#shared/domain/may-take-relation-step.ts";
import type { Relation, RelationState, RelationStep, RelationStepType } from "#shared/domain/relation.ts";
import { relationMachine } from "#shared/domain/relation-machine.ts";
import { proposedRelation, relationStep } from "#test/support/a-relation.ts";
import { residentId } from "#test/support/people.ts";

const [ann, ben, kid] = [residentId(1), residentId(2), residentId(3)];
const child = { kind: "child", relative: kid, bornOn: date("2018-03-01") } as const;

const begun: Readonly<Record<"marriage" | "child of two" | "child of one", Relation>> = {
  marriage: proposedRelation().relation,
  "child of two": proposedRelation({ ...child, otherAdult: ben }).relation,
  "child of one": proposedRelation(child).relation,
};
type Case = keyof typeof begun;

const people = {
  ann: { adult: ann, role: "resident", subject: "ann" },
  "a window for ann": { adult: ann, role: "window", subject: "window-1" },
  "the window that wrote it down": { adult: ann, role: "window", subject: "resident-1" },
  ben: { adult: ben, role: "resident", subject: "ben" },
  "a window for ben": { adult: ben, role: "window", subject: "window-1" },
  "the child": { adult: kid, role: "resident", subject: "kid" },
} as const;
type Who = keyof typeof people;

/** In plain words: who may do what, beside that it stands where it can be done. */
const isFor: Readonly<Record<Exclude<RelationStepType, "proposed">, (who: Who, of: Case) => boolean>> = {
  confirmed: (who, of) => of !== "child of one" && ["ben", "a window for ben"].includes(who),
  refused: (who, of) => of !== "child of one" && ["ben", "a window for ben"].includes(who),
  attested: (who, of) => of === "child of one" && ["a window for ann", "a window for ben"].includes(who),
  withdrawn: (who) => ["ann", "a window for ann", "the window that wrote it down"].includes(who),
  ended: (who, of) =>
    ["ann", "a window for ann", "the window that wrote it down"].includes(who) ||
    (of !== "child of one" && ["ben", "a window for ben"].includes(who)),
};

const outcomes: Readonly<Record<RelationStepType, RelationState>> = {
  proposed: "proposed",
  confirmed: "confirmed",
  attested: "confirmed",
  refused: "refused",
  withdrawn: "withdrawn",
  ended: "ended",
};

const made = (type: Exclude<RelationStepType, "proposed">): RelationStep =>
  type === "attested" ? { type, materials: [] } : { type };

const mayTake = (relation: Relation, type: RelationStepType, who: Who): boolean => {
  try {
    mayTakeRelationStep(relation, type, people[who]);
    return true;
  } catch {
    return false;
  }
};

test.each(Object.keys(begun) as readonly Case[])("every way of a %s is as the words say, and ends", (of) => {
  const gone = new Set<string>();
  const walk = (relation: Relation): void => {
    for (const type of Object.keys(isFor) as readonly (keyof typeof isFor)[]) {
      const leadsOn = relationMachine[type].from.includes(relation.state);
      for (const who of Object.keys(people) as readonly Who[]) {
        expect(mayTake(relation, type, who), `${who}: ${type} of a ${of} that is ${relation.state}`).toBe(
          leadsOn && isFor[type](who, of),
        );
      }
      if (!leadsOn) {
        expect(() => relationStep(relation, made(type)), type).toThrow("does not lead");
        continue;
      }
      const next = relationStep(relation, made(type)).relation;
      gone.add(`${relation.state} ${type}`);
      expect(next).toMatchObject({ state: outcomes[type], version: relation.version + 1 });
      walk(next);
    }
  };

  walk(begun[of]);

  expect([...gone].toSorted()).toEqual([
    "confirmed ended",
    "proposed attested",
    "proposed confirmed",
    "proposed refused",
    "proposed withdrawn",
  ]);
});

test("what is refused, taken back or ended stays so", () => {
  for (const state of ["refused", "withdrawn", "ended"] as const) expect(stepsFrom(relationMachine, state)).toEqual([]);
});
