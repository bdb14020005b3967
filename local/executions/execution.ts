/** One run of a state machine, as it is kept. */
export interface Execution {
  readonly machine: string;
  readonly name: string;
  readonly input: string;
  readonly status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";
  /** Real time, in ms since 1970. */
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
  /** Entries in its history, counted as AWS does. */
  readonly events: number;
  /** The largest state it came to, in bytes. */
  readonly largestState: number;
}
