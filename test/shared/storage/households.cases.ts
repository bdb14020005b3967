import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Message } from "#shared/domain/message.ts";
import type { Relation, RelationStep } from "#shared/domain/relation.ts";
import type { Households } from "#shared/storage/households.ts";
import { messageFor } from "#shared/storage/message-for.ts";
import { proposedRelation, type RelationMade, relationId, relationStep } from "#test/support/a-relation.ts";
import { residentId } from "#test/support/people.ts";

interface Stores {
  readonly households: Households;
  readonly told: () => Promise<number>;
}

const [ann, ben, cat, kid] = [residentId(1), residentId(2), residentId(3), residentId(4)];
const child = { kind: "child", relative: kid, bornOn: date("2018-03-01") } as const;

/** What every place of households has to do. */
export const householdsCases = (make: () => Promise<Stores>): void => {
  test("a relation lies with everybody it is about, and its steps beside it", async () => {
    const { households } = await make();
    const { relation, recorded } = proposedRelation({ ...child, otherAdult: ben });

    expect(await put(households, { relation, recorded })).toBe("recorded");

    for (const holder of [ann, ben, kid]) {
      expect(await households.read(holder, relation.relationId)).toEqual(relation);
      expect(await households.ofPerson(holder)).toEqual([relation]);
    }
    expect(await households.ofPerson(cat)).toEqual([]);
    expect(await households.readSteps(ann, relation.relationId)).toEqual([recorded]);
  });

  test("one that doesn't match lies with its proposer only, through every step", async () => {
    const { households } = await make();
    const proposed = await stored(households, proposedRelation({ isMatched: false }));
    const withdrawn = await follow(households, proposed, { type: "withdrawn" });

    expect(await households.ofPerson(ann)).toEqual([withdrawn]);
    expect(await households.ofPerson(ben)).toEqual([]);
    expect(await households.read(ben, withdrawn.relationId)).toBeUndefined();
  });

  test("a step changes the relation with everybody at once", async () => {
    const { households } = await make();
    const proposed = await stored(households, proposedRelation());

    const refused = await follow(households, proposed, { type: "refused" });

    expect(await households.read(ann, proposed.relationId)).toEqual(refused);
    expect(await households.read(ben, proposed.relationId)).toEqual(refused);
    expect(await households.readSteps(ann, proposed.relationId)).toMatchObject([{ version: 1 }, { version: 2 }]);
  });

  test("of two steps at once, one is overtaken", async () => {
    const { households } = await make();
    const proposed = await stored(households, proposedRelation());

    const outcomes = await Promise.all([
      put(households, relationStep(proposed, { type: "confirmed" })),
      put(households, relationStep(proposed, { type: "withdrawn" })),
    ]);

    expect(outcomes.toSorted()).toEqual(["overtaken", "recorded"]);
    expect(await households.readSteps(ann, proposed.relationId)).toHaveLength(2);
  });

  test("nobody has two spouses, until the first marriage has ended", async () => {
    const { households } = await make();
    const first = await stored(households, proposedRelation());
    const second = await stored(
      households,
      proposedRelation({ relative: ben, otherAdult: ben }, { number: 2, proposer: cat }),
    );
    const confirmed = await follow(households, first, { type: "confirmed" });

    expect(await put(households, relationStep(second, { type: "confirmed" }))).toBe("spouse-there");
    expect(await households.confirmedOf(cat)).toEqual({ children: [] });

    await follow(households, confirmed, { type: "ended" });
    expect(await put(households, relationStep(second, { type: "confirmed" }))).toBe("recorded");
    expect(await households.confirmedOf(ben)).toEqual({ spouse: cat, children: [] });
  });

  test("what is confirmed is the household, of both adults", async () => {
    const { households } = await make();
    const spouse = await stored(households, proposedRelation());
    const ofBoth = await stored(
      households,
      proposedRelation({ ...child, otherAdult: ben }, { number: 2, proposer: ann }),
    );
    await stored(households, proposedRelation({ ...child, relative: cat }, { number: 3, proposer: ann }));

    expect(await households.confirmedOf(ann)).toEqual({ children: [] });

    await follow(households, spouse, { type: "confirmed" });
    await follow(households, ofBoth, { type: "confirmed" });
    const { relative: residentId, bornOn } = ofBoth;
    expect(await households.confirmedOf(ann)).toEqual({
      spouse: ben,
      children: [{ residentId, bornOn, otherParent: ben }],
    });
    expect(await households.confirmedOf(ben)).toEqual({
      spouse: ann,
      children: [{ residentId, bornOn, otherParent: ann }],
    });
    expect(await households.confirmedOf(kid)).toEqual({ children: [] });
  });

  test("what is told of a step goes with it, or not at all", async () => {
    const { households, told } = await make();
    const proposed = proposedRelation();
    const message = messageFor({
      residentId: ben,
      kind: "relation-proposed",
      parameters: { relationId: relationId(1) },
      occasion: "proposed",
      at: "2024-07-01T02:00:00.000Z",
      on: date("2024-07-01"),
    });

    await put(households, proposed, [message]);
    const again = await put(households, proposed, [{ ...message, residentId: cat } as Message]);

    expect(again).toBe("overtaken");
    expect(await told()).toBe(1);
  });
};

const put = (households: Households, { relation, recorded }: RelationMade, messages: readonly Message[] = []) =>
  households.record(relation, recorded, messages);

const stored = async (households: Households, made: RelationMade): Promise<Relation> => {
  await put(households, made);
  return made.relation;
};

const follow = (households: Households, before: Relation, step: RelationStep): Promise<Relation> =>
  stored(households, relationStep(before, step));
