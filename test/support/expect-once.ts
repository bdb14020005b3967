import { expect } from "vitest";
import type { Newcomer } from "#local/demo/newcomer.ts";
import type { Acknowledged } from "./interrupted-load.ts";

/**
 * Sent again, everything that was acknowledged before is known, and in the end everything is there once: registering
 * made one version of the dossier and each arrival one more.
 */
export const expectOnce = (
  everyone: readonly Newcomer[],
  before: readonly Acknowledged[],
  after: readonly Acknowledged[],
): void => {
  for (const [place, { arrivals }] of everyone.entries()) {
    const [first, again] = [before[place], after[place]];
    if (first?.residentId !== undefined) {
      expect(again).toMatchObject({ residentId: first.residentId, isNew: false });
      expect(again?.outcomes.slice(0, first.outcomes.length)).toEqual(first.outcomes.map(() => "duplicate"));
    }
    expect(again?.dossierVersion).toBe(1 + arrivals.length);
  }
  expect(new Set(after.map(({ residentId }) => residentId)).size).toBe(everyone.length);
};
