import { follow, retry } from "./functions.ts";
import type { System } from "./system.ts";

/** What Lambda does for the two functions that nobody calls: it hands them records and messages, again where they fail. */
export interface EventSources {
  readonly canDeliver: () => boolean;
  readonly deliver: () => void;
  readonly canReceive: () => boolean;
  readonly receive: () => void;
  readonly isIdle: () => boolean;
}

export const createEventSources = (system: System): EventSources => {
  const { chance, clock, stream, retryQueue } = system;
  const handedBack = (isCalm: boolean, what: string): void => {
    if (isCalm) system.violations.found("what is quiet has no errors", `${what} handed something back`);
  };
  return {
    canDeliver: () => stream.idleLanes().length > 0,
    deliver: () => {
      const lanes = stream.idleLanes();
      const lane = lanes[chance.between(0, lanes.length - 1)];
      const batch = lane === undefined ? undefined : stream.take(lane, Date.parse(clock.now()));
      if (lane === undefined || !batch) return;
      const isCalm = system.isCalm() && batch.records.every(({ tells }) => tells !== "nobody");
      const names = batch.records.map(({ sequence }) => Number(sequence));
      system.invoke(`follow ${names}`, follow(system, batch), (ending) => {
        if (ending.ended !== "answered") return stream.ended(lane, batch, "failed");
        const [first] = ending.result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();
        if (first !== undefined) handedBack(isCalm, `follow ${names}`);
        stream.ended(lane, batch, first === undefined ? "done" : { from: first });
      });
    },

    canReceive: () => retryQueue.isReceivable(),
    receive: () => {
      const messages = retryQueue.receive(chance.between(1, 3));
      if (messages.length === 0) return;
      const isCalm = system.isCalm();
      system.invoke(`retry ${messages.map(({ id }) => id)}`, retry(system, messages), (ending) => {
        const failures =
          ending.ended === "answered"
            ? new Set(ending.result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
            : undefined;
        for (const message of messages) {
          if (failures && !failures.has(`${message.id}`)) retryQueue.remove(message);
          else retryQueue.show(message);
        }
        if (failures && failures.size > 0) handedBack(isCalm, "retry");
      });
    },
    isIdle: () => stream.isEmpty() && retryQueue.isEmpty(),
  };
};
