import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";
import type { PermitEvent } from "#shared/domain/permit-event.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { StoredScore } from "#shared/storage/stored-score.ts";
import type { Violations } from "./violations.ts";

/** What the tables were seen to take in, kept beside them by the simulation itself. */
export interface Truth {
  readonly took: (dossier: Dossier, recorded: RecordedChange) => void;
  readonly dossierOf: (residentId: ResidentId) => Dossier | undefined;
  readonly versionOf: (residentId: ResidentId) => number;
  readonly changesOf: (residentId: ResidentId) => readonly RecordedChange[];
  /** The permit events that the dossier held as of the version, each with the version that brought it. */
  readonly eventsOf: (residentId: ResidentId, version: number) => readonly PermitEvent[];
  readonly broughtBy: (residentId: ResidentId, event: PermitEvent) => number;
  readonly recorded: (score: StoredScore) => void;
  readonly recordOf: (residentId: ResidentId) => StoredScore | undefined;
  readonly everyone: () => readonly ResidentId[];
}

export const truthOf = ({ found }: Violations): Truth => {
  const dossiers = new Map<ResidentId, Dossier>();
  const records = new Map<ResidentId, StoredScore>();
  const changes = new Map<ResidentId, RecordedChange[]>();
  const changesOf = (residentId: ResidentId) => changes.get(residentId) ?? [];

  return {
    took: (dossier, recorded) => {
      const { residentId, version } = recorded;
      const before = changesOf(residentId);
      if (version !== before.length + 1 || dossier.version !== version) {
        found("what was acknowledged is kept", `change ${version} was written over ${before.length} changes`);
      }
      const id = idOf(recorded);
      if (id !== undefined && before.some((one) => idOf(one) === id)) {
        found("nothing is applied twice", `${id} is in the dossier twice`);
      }
      dossiers.set(residentId, dossier);
      changes.set(residentId, [...before, recorded]);
    },
    dossierOf: (residentId) => dossiers.get(residentId),
    versionOf: (residentId) => changesOf(residentId).length,
    changesOf,
    eventsOf: (residentId, version) =>
      changesOf(residentId)
        .slice(0, version)
        .flatMap(({ change }) => (change.type === "permit-event-recorded" ? [change.event] : [])),
    broughtBy: (residentId, { eventId }) =>
      changesOf(residentId).findIndex(
        ({ change }) => change.type === "permit-event-recorded" && change.event.eventId === eventId,
      ) + 1,
    recorded: (score) => void records.set(score.residentId, score),
    recordOf: (residentId) => records.get(residentId),
    everyone: () => [...dossiers.keys()],
  };
};

/** The source's own id of what changed the dossier; a registration has none. */
const idOf = ({ change }: RecordedChange): string | undefined => {
  switch (change.type) {
    case "registered":
      return undefined;
    case "fact-corrected":
    case "correction-withdrawn":
      return `review ${change.reviewId}`;
    case "facts-voided":
    case "voiding-withdrawn":
      return `finding ${change.findingId}`;
    case "facts-reported":
      return `${change.department} ${change.recordId}`;
    case "permit-event-recorded":
      return `permit-event ${change.event.eventId}`;
  }
};
