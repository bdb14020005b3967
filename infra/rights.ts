import type { TableName } from "#shared/storage/tables.ts";

/** A table through which everyone in it can be found. */
export type ListedTable =
  | "residents"
  | "scores"
  | "reviews"
  | "messages"
  | "materials"
  | "listings"
  | "programmes"
  | "applications"
  | "findings";

export type IdentityKeyUse = "lookup" | "seal" | "open";

/** Of the evidence store: let an upload in, check and keep it, give out an address to read, delete. */
export type EvidenceUse = "request" | "check" | "read" | "delete";

/** What one function may touch. Whatever isn't listed is neither granted nor named to it. */
export interface Access {
  readonly reads?: readonly TableName[];
  readonly writes?: readonly TableName[];
  /** The tables whose residents it goes through by their indexes. To read a table is no right to list who is in it. */
  readonly lists?: readonly ListedTable[];
  /** `lookup` makes the keyed hash by which a person is found, `seal` encrypts who they are, `open` reads it again. */
  readonly identityKeys?: readonly IdentityKeyUse[];
  readonly evidence?: EvidenceUse;
  /** Makes the check codes of certificates. */
  readonly certificateKey?: true;
  /** Sends whom to recompute once more to the retry queue. */
  readonly sendsRetries?: true;
  /** The queue of ids that it fills: messages for whoever sends them, or whom to look at once more. */
  readonly sends?: "messages" | "reactions" | "settlement";
  /** Starts executions of the state machine for mass work. */
  readonly startsMassWork?: true;
  /** Works as long as a slice lasts, and is told how long that is. */
  readonly worksInSlices?: true;
}
