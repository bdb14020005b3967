import type { ApplicationNumber } from "#shared/domain/application.ts";
import type { Points } from "#shared/domain/points.ts";
import type { TieBreakValue } from "./tie-break-values.ts";

/** What decides where somebody stands. */
export interface Contender {
  readonly applicationNumber: ApplicationNumber;
  readonly points: Points;
  readonly values: readonly TieBreakValue[];
}

/** The more points the earlier; then each tie-break; then the application number, so that no order of input matters. */
export const byStanding = (one: Contender, other: Contender): number => {
  if (one.points !== other.points) return other.points - one.points;
  const at = differAt(one, other);
  return at < one.values.length ? compared(one.values[at], other.values[at]) : byNumber(one, other);
};

/** By points and number alone: what nobody's place depends on needs no tie-break. */
export const byPoints = (one: Contender, other: Contender): number => other.points - one.points || byNumber(one, other);

export const byNumber = (one: Pick<Contender, "applicationNumber">, other: Pick<Contender, "applicationNumber">) =>
  compared(one.applicationNumber, other.applicationNumber);

/** Whether nothing but the application number tells them apart. */
export const doTie = (one: Contender | undefined, other: Contender | undefined): boolean =>
  one !== undefined && sharedLevels(one, other) > one.values.length;

/**
 * Of each, its order on the first tie-break among those with the same points, on the next among those who are still the
 * same, and so on until it is alone: no more than is needed to repeat the order, and none of the values.
 */
export const tiesOf = (inOrder: readonly Contender[]): readonly (readonly number[])[] => {
  const ties: (readonly number[])[] = [];
  for (const [index, contender] of inOrder.entries()) {
    const before = sharedLevels(contender, inOrder[index - 1]);
    const after = sharedLevels(contender, inOrder[index + 1]);
    const depth = Math.min(Math.max(before, after), contender.values.length);
    const previous = ties[index - 1] ?? [];
    ties.push(
      depth === 0
        ? none
        : Array.from({ length: depth }, (_, level) => {
            const shared = level < before ? (previous[level] ?? 0) : 0;
            return level === before - 1 ? shared + 1 : Math.max(shared, 1);
          }),
    );
  }
  return ties;
};

const none: readonly number[] = [];

/** 0: other points. Otherwise 1 and the number of tie-breaks, from the first on, on which they are the same. */
const sharedLevels = (one: Contender, other: Contender | undefined): number =>
  one.points === other?.points ? 1 + differAt(one, other) : 0;

const differAt = ({ values }: Contender, other: Contender): number => {
  let at = 0;
  while (at < values.length && values[at] === other.values[at]) at += 1;
  return at;
};

const compared = (one: TieBreakValue | undefined, other: TieBreakValue | undefined): number =>
  one === other ? 0 : (one ?? 0) < (other ?? 0) ? -1 : 1;
