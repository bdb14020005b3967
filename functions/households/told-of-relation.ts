import type { Message } from "#shared/domain/message.ts";
import type { RecordedRelationStep, Relation } from "#shared/domain/relation.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { messageFor } from "#shared/storage/message-for.ts";

/** What the adults are told of a step: the other one of a proposal and of an end, the proposer of an answer. */
export const toldOfRelation = (
  { relationId, proposer, otherAdult, isMatched }: Relation,
  { version, step, at, on }: RecordedRelationStep,
  actedFor: ResidentId,
): readonly Message[] => {
  const told = { parameters: { relationId }, occasion: `${relationId}#${version}`, at, on };
  switch (step.type) {
    case "proposed":
      return otherAdult && isMatched
        ? [messageFor({ ...told, residentId: otherAdult, kind: "relation-proposed" })]
        : [];
    case "confirmed":
    case "attested":
    case "refused":
      return [messageFor({ ...told, residentId: proposer, kind: "relation-answered" })];
    case "ended":
      return [proposer, ...(otherAdult ? [otherAdult] : [])]
        .filter((adult) => adult !== actedFor)
        .map((residentId) => messageFor({ ...told, residentId, kind: "relation-ended" }));
    case "withdrawn":
      return [];
  }
};
