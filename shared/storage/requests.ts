/** The idempotency keys of requests. Every read is strongly consistent. */
export interface Requests {
  /** Takes the key for one run, or says what stands in the way. */
  take(run: Run): Promise<Taken>;

  /** Ends the run with its answer. A run that has been overtaken leaves no trace. */
  keep(run: Run, answer: KeptAnswer): Promise<void>;

  /** Ends the run without an answer: the same request may run again at once, another one still may not. */
  release(run: Run): Promise<void>;
}

/** One attempt to carry out a request under its key. */
export interface Run {
  /** Says who asked what under which idempotency key; a hash, because a key is the caller's own text. */
  readonly key: string;
  readonly bodyHash: string;
  readonly runId: string;
  /** Milliseconds since 1970, as are the next. */
  readonly at: number;
  /** Until then nobody overtakes the run. */
  readonly leaseUntil: number;
  /** From then on the key is free. */
  readonly expiresAt: number;
}

/** `running`: the same request, not finished yet; `reused`: the key belongs to another request. */
export type Taken =
  | { readonly state: "taken" }
  | { readonly state: "running" }
  | { readonly state: "reused" }
  | { readonly state: "done"; readonly answer: KeptAnswer };

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}
