import { householdOf } from "#shared/domain/household.ts";
import type { RecordedRelationStep, Relation } from "#shared/domain/relation.ts";
import { holdersOf } from "#shared/storage/household-items.ts";
import type { Households } from "#shared/storage/households.ts";
import type { memoryMessages } from "./memory-messages.ts";

/** Households for tests of what stands on them; they pass the same cases as the table. */
export const memoryHouseholds = (messages: Pick<ReturnType<typeof memoryMessages>, "putTogether">): Households => {
  // as text, so that nobody changes what is stored by changing what they read
  const stored = new Map<string, string>();
  const steps: string[] = [];
  const relations = (): readonly Relation[] => [...stored.values()].map((text) => JSON.parse(text));

  const ofPerson: Households["ofPerson"] = async (residentId) =>
    relations()
      .filter((relation) => holdersOf(relation).includes(residentId))
      .sort((one, other) => (one.relationId < other.relationId ? -1 : 1));

  return {
    ofPerson,

    read: async (residentId, relationId) =>
      (await ofPerson(residentId)).find((relation) => relation.relationId === relationId),

    readSteps: async (proposer, relationId) =>
      steps
        .map((text): RecordedRelationStep => JSON.parse(text))
        .filter((step) => step.proposer === proposer && step.relationId === relationId),

    confirmedOf: async (residentId) => householdOf(residentId, await ofPerson(residentId)),

    record: async (relation, recorded, told) => {
      const standing = relations().find(({ relationId }) => relationId === relation.relationId);
      if ((standing?.version ?? 0) !== relation.version - 1) return "overtaken";
      const { kind, proposer, relative } = relation;
      const isMarriage = kind === "spouse" && recorded.step.type === "confirmed";
      if (isMarriage && [proposer, relative].some((one) => householdOf(one, relations()).spouse)) return "spouse-there";
      stored.set(relation.relationId, JSON.stringify(relation));
      steps.push(JSON.stringify(recorded));
      for (const message of told) messages.putTogether(message);
      return "recorded";
    },
  };
};
