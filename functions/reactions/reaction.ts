import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { DossierEvent } from "#shared/events/dossier-event.ts";

/** What a change of a dossier leads to beside a score. It reads afresh, and done twice it is done once. */
export interface Reaction {
  /** Whether what has happened is any of its business. */
  readonly concerns: (event: DossierEvent) => boolean;
  readonly react: (residentId: ResidentId) => Promise<void>;
}

/** All of them, whatever it was that has happened: who is looked at once more is looked at whole. */
export const reactTo =
  (reactions: readonly Reaction[]) =>
  async (residentId: ResidentId): Promise<void> => {
    for (const { react } of reactions) await react(residentId);
  };
