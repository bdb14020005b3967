import { EventEmitter, once } from "node:events";
import type { QueueDefinition } from "../template/queues.ts";
import { type Messages, messagesIn } from "./messages.ts";
import { openStore } from "./open-store.ts";

export interface Engine {
  readonly queues: readonly QueueDefinition[];
  readonly messages: Messages;
  /** Resolves when something may have become visible, after so many milliseconds, or when the signal or the engine ends. */
  readonly change: (queue: QueueDefinition, withinMs: number, gone: AbortSignal) => Promise<void>;
  /** Lets time pass for all that lies in the queues: visibility, delay, retention and age. */
  readonly elapse: (seconds: number) => void;
  /** Ends waiting. */
  readonly ending: AbortController;
  readonly close: () => void;
}

export const openEngine = (queues: readonly QueueDefinition[], directory: string | undefined): Engine => {
  const store = openStore(directory);
  const arrivals = new EventEmitter().setMaxListeners(0);
  const messages = messagesIn(store, (queue) => void arrivals.emit(queue));
  const ending = new AbortController();
  return {
    queues,
    messages,
    change: async ({ name }, withinMs, gone) => {
      const over = new AbortController();
      const timer = setTimeout(() => over.abort(), withinMs);
      const signal = AbortSignal.any([gone, ending.signal, over.signal]);
      await once(arrivals, name, { signal }).catch(() => undefined);
      clearTimeout(timer);
    },
    elapse: (seconds) => {
      messages.elapse(seconds);
      for (const { name } of queues) arrivals.emit(name);
    },
    ending,
    close: () => store.close(),
  };
};
