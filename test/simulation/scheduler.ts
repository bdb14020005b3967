import type { Chance } from "#test/support/chance.ts";

/** One run of a function, or of whoever calls one. It goes on when the scheduler says so, and may be killed before. */
export interface Invocation {
  readonly name: string;
}

/** How an invocation ended, as whoever invoked it sees it. */
export type Ending<Result> =
  | { readonly ended: "answered"; readonly result: Result }
  | { readonly ended: "threw"; readonly cause: unknown }
  | { readonly ended: "killed" };

/** Everything that runs at the same time, one call at a time. */
export interface Scheduler {
  /** Begins work; `then` hears how it ended, in the very step in which it did. */
  readonly invoke: <Result>(
    name: string,
    work: (invocation: Invocation) => Promise<Result>,
    then: (ending: Ending<Result>) => void,
  ) => void;

  /** Waits until this invocation may go on; for one that was killed that is never. */
  readonly turn: (invocation: Invocation) => Promise<void>;

  /** A pause of the code under test, whoever makes it: it lasts until the scheduler ends it. */
  readonly pause: () => Promise<void>;

  /** Ends the invocation where it stands: what it waits for never comes. */
  readonly kill: (invocation: Invocation) => void;

  /** Whether anything waits for its turn. */
  readonly isWaiting: () => boolean;

  /** Lets one of those waiting go on until each has come to its next call. */
  readonly step: () => Promise<void>;

  /** The invocations that have not ended. */
  readonly running: () => readonly Invocation[];
}

interface Waiting {
  readonly invocation: Invocation | undefined;
  readonly goOn: () => void;
}

export const createScheduler = (chance: Chance): Scheduler => {
  const waiting: Waiting[] = [];
  const open = new Map<Invocation, (ending: Ending<never>) => void>();

  const end = <Result>(
    invocation: Invocation,
    ending: Ending<Result>,
    then: (ending: Ending<Result>) => void,
  ): void => {
    if (open.delete(invocation)) then(ending);
  };

  return {
    invoke: (name, work, then) => {
      const invocation = { name };
      open.set(invocation, then);
      work(invocation).then(
        (result) => end(invocation, { ended: "answered", result }, then),
        (cause) => end(invocation, { ended: "threw", cause }, then),
      );
    },

    turn: (invocation) =>
      new Promise((goOn) => {
        if (open.has(invocation)) waiting.push({ invocation, goOn });
      }),

    pause: () => new Promise((goOn) => waiting.push({ invocation: undefined, goOn })),

    kill: (invocation) => {
      const then = open.get(invocation);
      for (let at = waiting.length - 1; at >= 0; at--)
        if (waiting[at]?.invocation === invocation) waiting.splice(at, 1);
      if (then) end(invocation, { ended: "killed" }, then);
    },

    isWaiting: () => waiting.length > 0,

    step: async () => {
      const [next] = waiting.splice(chance.between(0, waiting.length - 1), 1);
      next?.goOn();
      await settled();
    },

    running: () => [...open.keys()],
  };
};

/** Node empties its queue of microtasks before it comes to the next tick: by then all have come to their next call. */
export const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
