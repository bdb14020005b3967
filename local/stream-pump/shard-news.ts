import { type EventEmitter, once } from "node:events";

/** Whether one shard has had new records. */
interface ShardNews {
  /** What has come until now is known: called before the shard is asked, so that nothing is missed in between. */
  readonly heard: () => void;
  /** Waits for what has come since, a minute at most: an iterator doesn't last. @throws AbortError where the signal came first */
  readonly next: () => Promise<void>;
}

export const newsOf = (news: EventEmitter, shard: string, signal: AbortSignal): ShardNews => {
  let isNew = false;
  const hear = (): void => {
    isNew = true;
  };
  news.on(shard, hear);
  signal.addEventListener("abort", () => news.off(shard, hear), { once: true });
  return {
    heard: () => {
      isNew = false;
    },
    next: async () => {
      if (isNew) return;
      const over = AbortSignal.any([signal, AbortSignal.timeout(60_000)]);
      await once(news, shard, { signal: over }).catch(() => signal.throwIfAborted());
    },
  };
};
