import type { TableName } from "#shared/storage/tables.ts";
import type { FunctionName } from "./entries.ts";

/** A table through which everyone in it can be found. */
export type ListedTable = "residents" | "scores" | "reviews" | "messages" | "materials";

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
  readonly sends?: "messages" | "reactions";
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
    identityKeys: ["lookup", "seal"],
  },
  "resolve-resident": { reads: ["identities", "residents"], identityKeys: ["lookup"] },
  "report-facts": { reads: ["residents"], writes: ["residents"] },
  "record-permit-event": { reads: ["residents", "requests"], writes: ["residents", "requests"] },
  "submit-batch": { reads: ["residents", "feeds", "requests"], writes: ["residents", "feeds", "requests"] },
  "release-batch": { reads: ["residents", "feeds", "requests"], writes: ["residents", "feeds", "requests"] },
  "drop-batch": { reads: ["feeds", "requests"], writes: ["feeds", "requests"] },
  "request-recomputation": {
    reads: ["residents", "scores", "requests"],
    writes: ["scores", "messages", "jobs", "requests"],
    startsMassWork: true,
  },
  "read-recomputation": { reads: ["jobs"] },
  "stop-recomputation": { reads: ["jobs", "requests"], writes: ["jobs", "requests"] },
  "resume-recomputation": { reads: ["jobs", "requests"], writes: ["jobs", "requests"], startsMassWork: true },
  "follow-changes": { reads: ["residents", "scores"], writes: ["scores", "messages"], sendsRetries: true },
  "retry-recomputation": { reads: ["residents", "scores"], writes: ["scores", "messages"] },
  "plan-recomputation": { reads: ["jobs"], writes: ["jobs"] },
  "work-shard": {
    reads: ["residents", "scores", "jobs"],
    writes: ["scores", "messages", "jobs"],
    lists: ["residents", "scores"],
    sendsRetries: true,
    startsMassWork: true,
    worksInSlices: true,
  },
  "summarise-recomputation": { reads: ["jobs"], writes: ["jobs"] },
  "list-letters": { reads: ["residents", "letters"] },
  "print-letter": { reads: ["residents", "letters", "identities"], identityKeys: ["open"] },
  "issue-certificate": {
    reads: ["residents", "scores", "identities", "requests"],
    writes: ["letters", "requests"],
    identityKeys: ["open"],
    certificateKey: true,
  },
  "check-certificate": { certificateKey: true },
  "read-inbox": { reads: ["residents", "contacts", "messages"], lists: ["messages"] },
  "read-contact-point": { reads: ["residents", "contacts"], identityKeys: ["open"] },
  "change-contact-point": {
    reads: ["residents", "contacts", "requests"],
    writes: ["contacts", "messages", "requests"],
    identityKeys: ["seal", "open"],
  },
  "verify-contact-point": {
    reads: ["residents", "contacts", "requests"],
    writes: ["contacts", "messages", "requests"],
    identityKeys: ["lookup", "open"],
  },
  "read-message": { reads: ["messages", "contacts"], identityKeys: ["lookup", "open"] },
  "record-delivery": { reads: ["messages"], writes: ["messages"] },
  "offer-messages": { reads: ["messages", "contacts"], lists: ["messages"], sends: "messages" },
  "send-due-notices": { reads: ["residents", "contacts", "messages"], writes: ["messages"], lists: ["messages"] },
  "react-to-changes": { reads: ["residents", "reviews"], writes: ["reviews", "messages"], sends: "reactions" },
  "react-again": { reads: ["residents", "reviews"], writes: ["reviews", "messages"] },
  "list-needed-materials": {},
  "read-undertaking": { reads: ["residents", "reviews"] },
  "accept-undertaking": { reads: ["residents", "reviews"], writes: ["reviews"] },
  "request-upload": { reads: ["residents", "reviews", "materials"], writes: ["materials"], evidence: "request" },
  "list-materials": { reads: ["residents", "reviews", "materials"] },
  "read-material": { reads: ["residents", "reviews", "materials"], evidence: "read" },
  "check-material": { reads: ["materials"], writes: ["materials"], evidence: "check" },
  "delete-due-materials": {
    reads: ["reviews", "materials"],
    writes: ["materials"],
    lists: ["materials"],
    evidence: "delete",
  },
  "submit-review": {
    reads: ["residents", "reviews", "materials", "scores", "requests"],
    writes: ["reviews", "messages", "letters", "requests"],
  },
  "hand-in-material": { reads: ["residents", "reviews", "materials", "requests"], writes: ["reviews", "requests"] },
  "withdraw-review": { reads: ["residents", "reviews", "requests"], writes: ["reviews", "requests"] },
  "appeal-review": {
    reads: ["residents", "reviews", "materials", "requests"],
    writes: ["reviews", "messages", "letters", "requests"],
  },
  "assign-review": { reads: ["reviews", "requests"], writes: ["reviews", "requests"] },
  "release-review": { reads: ["reviews", "requests"], writes: ["reviews", "requests"] },
  "ask-material": { reads: ["reviews", "requests"], writes: ["reviews", "messages", "letters", "requests"] },
  "decide-review": {
    reads: ["residents", "reviews", "materials", "requests"],
    writes: ["residents", "reviews", "messages", "letters", "requests"],
  },
  "propose-reopening": { reads: ["reviews", "requests"], writes: ["reviews", "requests"] },
  "decide-reopening": {
    reads: ["residents", "reviews", "requests"],
    writes: ["residents", "reviews", "messages", "requests"],
  },
  "list-reviews": { reads: ["residents", "reviews"] },
  "read-review": { reads: ["residents", "reviews"] },
  "list-review-queue": { reads: ["reviews"], lists: ["reviews"] },
  "count-reviews": { reads: ["reviews"], lists: ["reviews"] },
  "keep-deadlines": { reads: ["reviews"], writes: ["reviews", "messages"], lists: ["reviews"] },
  "refuse-unknown-route": {},
};
