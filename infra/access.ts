import type { TableName } from "#shared/storage/tables.ts";
import type { FunctionName } from "./entries.ts";

/** A table through which everyone in it can be found. */
export type ListedTable = "residents" | "scores";

/** What one function may touch. Whatever isn't listed is neither granted nor named to it. */
export interface Access {
  readonly reads?: readonly TableName[];
  readonly writes?: readonly TableName[];
  /** The tables whose residents it goes through by their indexes. To read a table is no right to list who is in it. */
  readonly lists?: readonly ListedTable[];
  /** `lookup` finds a person by the keyed hash; `seal` also encrypts the number and the name. None opens what was sealed. */
  readonly identityKeys?: "lookup" | "seal";
  /** Sends whom to recompute once more to the retry queue. */
  readonly sendsRetries?: true;
  /** Starts executions of the state machine for mass work. */
  readonly startsMassWork?: true;
  /** Works as long as a slice lasts, and is told how long that is. */
  readonly worksInSlices?: true;
}

/** Which function may read and write what. Grants are made from this, and a test compares. */
export const access: Readonly<Record<FunctionName, Access>> = {
  "query-score": { reads: ["residents", "scores", "feeds"], sendsRetries: true },
  "query-history": { reads: ["residents", "scores"] },
  "estimate-score": {},
  "register-resident": {
    reads: ["identities", "residents", "requests"],
    writes: ["identities", "residents", "requests"],
    identityKeys: "seal",
  },
  "resolve-resident": { reads: ["identities", "residents"], identityKeys: "lookup" },
  "report-facts": { reads: ["residents"], writes: ["residents"] },
  "record-permit-event": { reads: ["residents", "requests"], writes: ["residents", "requests"] },
  "submit-batch": { reads: ["residents", "feeds", "requests"], writes: ["residents", "feeds", "requests"] },
  "release-batch": { reads: ["residents", "feeds", "requests"], writes: ["residents", "feeds", "requests"] },
  "drop-batch": { reads: ["feeds", "requests"], writes: ["feeds", "requests"] },
  "request-recomputation": {
    reads: ["residents", "scores", "requests"],
    writes: ["scores", "jobs", "requests"],
    startsMassWork: true,
  },
  "read-recomputation": { reads: ["jobs"] },
  "stop-recomputation": { reads: ["jobs", "requests"], writes: ["jobs", "requests"] },
  "resume-recomputation": { reads: ["jobs", "requests"], writes: ["jobs", "requests"], startsMassWork: true },
  "follow-changes": { reads: ["residents", "scores"], writes: ["scores"], sendsRetries: true },
  "retry-recomputation": { reads: ["residents", "scores"], writes: ["scores"] },
  "plan-recomputation": { reads: ["jobs"], writes: ["jobs"] },
  "work-shard": {
    reads: ["residents", "scores", "jobs"],
    writes: ["scores", "jobs"],
    lists: ["residents", "scores"],
    sendsRetries: true,
    startsMassWork: true,
    worksInSlices: true,
  },
  "summarise-recomputation": { reads: ["jobs"], writes: ["jobs"] },
  "refuse-unknown-route": {},
};
