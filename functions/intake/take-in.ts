import { setTimeout } from "node:timers/promises";
import type { Arrival, Report } from "#shared/domain/arrival.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { bodyHash } from "#shared/storage/body-hash.ts";
import type { Residents, Seen } from "#shared/storage/residents.ts";
import { decidePermitEvent } from "./decide-permit-event.ts";
import { decideReport } from "./decide-report.ts";
import type { Decision, Taken } from "./decision.ts";
import type { Receipt } from "./receipt.ts";

/** What became of an arrival, and the dossier as it stands after it. */
export interface TakenIn {
  readonly taken: Taken;
  readonly dossier: Dossier;
}

/** The dossier, if its sender may still know of it. */
export type Visible = (dossier: Dossier | undefined) => Dossier;

/**
 * Takes one arrival into the dossier that was read: with one transaction, unless somebody else changes the dossier at the
 * same time; then on the dossier as it stands by then, if the sender may still know of it.
 * @throws Refusal whatever is to be said against the arrival; dossier-busy
 */
export const takeIn = async (
  residents: Residents,
  dossier: Dossier,
  arrival: Arrival,
  { receipt, visible }: { readonly receipt: Receipt; readonly visible: Visible },
  attempt = 1,
): Promise<TakenIn> => {
  const decision = decide(dossier, arrival, receipt);
  const seen = seenOf(arrival, receipt);
  switch (decision.does) {
    case "nothing":
      return { taken: decision.taken, dossier };
    case "compare":
      return { taken: await compare(residents, dossier, arrival, seen), dossier };
    case "remember": {
      const isNew = await residents.remember(dossier.residentId, seen);
      return { taken: isNew ? decision.taken : await compare(residents, dossier, arrival, seen), dossier };
    }
    case "append": {
      const appended = await residents.append(decision.dossier, decision.recorded, seen);
      if (appended === "appended") return { taken: decision.taken, dossier: decision.dossier };
      if (appended === "seen-before" && arrival.kind === "facts") {
        return { taken: await compare(residents, dossier, arrival, seen), dossier };
      }
      const { residentId } = dossier;
      if (attempt >= mostAttempts) throw new Refusal("dossier-busy", { residentId });
      await setTimeout(Math.random() * 20 * attempt);
      const fresh = visible(await residents.read(residentId));
      return takeIn(residents, fresh, arrival, { receipt, visible }, attempt + 1);
    }
  }
};

/** What to do with an arrival of either kind. */
export const decide = (dossier: Dossier, arrival: Arrival, receipt: Receipt): Decision =>
  arrival.kind === "facts"
    ? decideReport(dossier, arrival, receipt)
    : decidePermitEvent(dossier, arrival.event, receipt);

const mostAttempts = 10;

const seenOf = (arrival: Arrival, { receivedAt }: Receipt): Seen =>
  arrival.kind === "facts"
    ? { source: arrival.department, id: arrival.recordId, bodyHash: contentHash(arrival), receivedAt }
    : { source: "permit-event", id: arrival.event.eventId, bodyHash: bodyHash(arrival.event), receivedAt };

const contentHash = ({ sourceVersion, facts }: Report): string => bodyHash({ sourceVersion, facts });

/** The record was seen before, or its source version was. The same content is the same record sent again. */
const compare = async (residents: Residents, dossier: Dossier, arrival: Arrival, seen: Seen): Promise<Taken> => {
  if (arrival.kind !== "facts") throw new Error("a permit event is compared with the dossier's own");
  const { department, recordId, sourceVersion } = arrival;
  const before = await residents.readSeen(dossier.residentId, department, recordId);
  if (before) {
    if (before.bodyHash !== seen.bodyHash) throw new Refusal("record-id-reused", { recordId });
    return { outcome: "duplicate" };
  }
  const standingId = dossier.departments[department]?.recordId;
  const standing = standingId && (await residents.readSeen(dossier.residentId, department, standingId));
  if (!standing || standing.bodyHash !== seen.bodyHash) throw new Refusal("source-version-reused", { sourceVersion });
  // the id is taken from now on: it names this content for ever
  await residents.remember(dossier.residentId, seen);
  return { outcome: "duplicate" };
};
