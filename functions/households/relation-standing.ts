import type { RelationStanding } from "#shared/contract/households.ts";
import type { Relation } from "#shared/domain/relation.ts";

/** What a relation's adults are answered: nothing that they have not typed or done. */
export const relationStanding = ({ relationId, kind, state, since, otherAdult }: Relation): RelationStanding => ({
  relationId,
  relation: kind,
  state,
  since,
  waitsFor: state !== "proposed" ? "nobody" : otherAdult ? "other-adult" : "window",
});
