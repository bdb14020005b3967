import type { CalendarDate } from "./calendar.ts";
import type { Relation } from "./relation.ts";
import type { ResidentId } from "./resident-id.ts";

/** 家庭: whom somebody is confirmed to belong to. For programmes only; no score knows of it. */
export interface Household {
  readonly spouse?: ResidentId;
  /** In the order in which they were born. */
  readonly children: readonly HouseholdChild[];
}

export interface HouseholdChild {
  readonly residentId: ResidentId;
  readonly bornOn: CalendarDate;
  /** Absent where a window has attested that there is only one. */
  readonly otherParent?: ResidentId;
}

/** What the relations of an adult come to today; only those that are confirmed count. */
export const householdOf = (adult: ResidentId, relations: readonly Relation[]): Household => {
  const confirmed = relations.filter(({ state }) => state === "confirmed");
  const [spouse] = confirmed.flatMap((relation) =>
    relation.kind === "spouse" ? (otherAdultOf(adult, relation) ?? []) : [],
  );
  const children = new Map(confirmed.flatMap((relation) => childOf(adult, relation)));
  return {
    ...(spouse && { spouse }),
    children: [...children.values()].sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1)),
  };
};

const otherAdultOf = (adult: ResidentId, { proposer, otherAdult }: Relation): ResidentId | undefined =>
  adult === proposer ? otherAdult : proposer;

const childOf = (adult: ResidentId, relation: Relation): readonly (readonly [ResidentId, HouseholdChild])[] => {
  const { kind, relative, bornOn, proposer, otherAdult } = relation;
  if (kind !== "child" || !bornOn || (adult !== proposer && adult !== otherAdult)) return [];
  const otherParent = otherAdultOf(adult, relation);
  return [[relative, { residentId: relative, bornOn, ...(otherParent && { otherParent }) }]];
};

const inOrder = ({ bornOn, residentId }: HouseholdChild): string => `${bornOn}#${residentId}`;
