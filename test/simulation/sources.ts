import type { Department } from "#shared/domain/department.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Arrival } from "./arrivals.ts";
import { send, sendBatch } from "./functions.ts";
import type { Ending } from "./scheduler.ts";
import { shortId } from "./stores.ts";
import type { System } from "./system.ts";

/** Whoever sends: what gets no answer is sent again, with the same ids, until it gets one; some of it once more. */
export interface Sources {
  readonly hasMore: () => boolean;
  readonly sendNext: () => void;
  /** What was acknowledged is in the dossier, once, whatever has happened since. */
  readonly check: () => void;
}

export const createSources = (system: System): Sources => {
  const { chance, plan, truth, violations } = system;
  const outbox = [...plan.arrivals];
  const acknowledged: Arrival[] = [];
  let batches = 0;
  const later = (arrivals: readonly Arrival[]) => {
    for (const arrival of arrivals) outbox.splice(chance.between(0, outbox.length), 0, arrival);
  };

  const isIn = (arrival: Arrival): boolean => {
    const changes = truth.changesOf(arrival.residentId);
    if (arrival.kind === "permit-event") {
      const { eventId } = arrival.event;
      return changes.some(({ change }) => change.type === "permit-event-recorded" && change.event.eventId === eventId);
    }
    // an older version than one taken in before changes nothing
    const { department, sourceVersion } = arrival;
    return changes.some(
      ({ change }) =>
        change.type === "facts-reported" && change.department === department && change.sourceVersion >= sourceVersion,
    );
  };

  const check = (arrival: Arrival): void => {
    if (!isIn(arrival)) {
      violations.found(
        "what was acknowledged is kept",
        `${shortId(arrival.residentId)}: ${idOf(arrival)} is not there`,
      );
    }
  };

  const acknowledge = (arrival: Arrival): void => {
    check(arrival);
    if (acknowledged.includes(arrival)) return;
    acknowledged.push(arrival);
    if (chance.percent(15)) later([arrival]);
  };

  const ended = (arrivals: readonly Arrival[], ending: Ending<Reply>): void => {
    if (ending.ended === "answered") {
      const refused = refusedRows(ending.result);
      for (const [row, arrival] of arrivals.entries()) if (!refused.has(row)) acknowledge(arrival);
      return;
    }
    if (ending.ended === "threw" && isRefusal(ending.cause) && !ending.cause.code.endsWith("-busy")) {
      if (ending.cause.code === "event-never-lawful") return;
      violations.found("what was acknowledged is kept", `${arrivals.map(idOf)} was refused: ${ending.cause.code}`);
    }
    later(arrivals);
  };

  return {
    hasMore: () => outbox.length > 0,
    sendNext: () => {
      const [arrival] = outbox.splice(0, 1);
      if (!arrival) return;
      if (chance.percent(85)) {
        system.invoke(`send ${idOf(arrival)}`, send(system, arrival), (ending) => ended([arrival], ending));
        return;
      }
      const department = departmentOf(arrival);
      const more = outbox.filter((other) => departmentOf(other) === department).slice(0, chance.between(0, 2));
      for (const other of more) outbox.splice(outbox.indexOf(other), 1);
      const records = [arrival, ...more];
      const batchId = `b${++batches}`;
      system.invoke(`send ${batchId}`, sendBatch(system, { department, batchId, records }), (ending) =>
        ended(records, ending),
      );
    },
    check: () => acknowledged.forEach(check),
  };
};

const departmentOf = (arrival: Arrival): Department =>
  arrival.kind === "facts" ? arrival.department : "public-security";

const idOf = (arrival: Arrival): string => (arrival.kind === "facts" ? arrival.recordId : arrival.event.eventId);

/** A batch answers for each of its rows. */
const refusedRows = ({ body }: Reply): ReadonlySet<number> => {
  const { records = [] } = body as { records?: readonly { row: number; outcome: string }[] };
  return new Set(records.filter(({ outcome }) => outcome === "refused").map(({ row }) => row));
};
