import type { RecordedRelationStep, Relation, RelationId } from "#shared/domain/relation.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, json, jsonIn, sortable, text, whole } from "./attributes.ts";

/** The keys and codecs of the table `households`. */
export const relationKey = (residentId: ResidentId, relationId: RelationId): Item => ({
  residentId: text(residentId),
  item: text(`${relationPrefix}${relationId}`),
});

export const relationPrefix = "relation#";

export const relationStepPrefix = (relationId: RelationId): string => `step#${relationId}#`;

/** With whom the relation lies: everybody it is about, once all of them are who they were said to be. */
export const holdersOf = ({ proposer, relative, otherAdult, isMatched }: Relation): readonly ResidentId[] =>
  isMatched ? [...new Set([proposer, relative, ...(otherAdult ? [otherAdult] : [])])] : [proposer];

export const relationToItem = (holder: ResidentId, relation: Relation): Item => ({
  ...relationKey(holder, relation.relationId),
  version: whole(relation.version),
  relation: json(relation),
});

export const relationFromItem = (item: Item): Relation => jsonIn(item, "relation");

export const relationStepToItem = (recorded: RecordedRelationStep): Item => ({
  residentId: text(recorded.proposer),
  item: text(`${relationStepPrefix(recorded.relationId)}${sortable(recorded.version)}`),
  recorded: json(recorded),
});

export const relationStepFromItem = (item: Item): RecordedRelationStep => jsonIn(item, "recorded");

/** The mark that somebody has a spouse: one at a time. */
export const spouseKey = (residentId: ResidentId): Item => ({ residentId: text(residentId), item: text("spouse") });

export const spouseToItem = (residentId: ResidentId, { relationId }: Relation): Item => ({
  ...spouseKey(residentId),
  relationId: text(relationId),
});
