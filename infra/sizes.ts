import type { FunctionName } from "./entries.ts";

/** Memory brings processor time with it: at 1,769 MB a function has one whole core. */
export interface Size {
  readonly memory: number;
  /** Of a function that serves a call: below the 30 s after which the gateway answers 503 in its place. */
  readonly seconds: number;
}

const usual: Size = { memory: 1_024, seconds: 10 };
const manyPeople: Size = { memory: 1_769, seconds: 28 };

const unusual: Partial<Record<FunctionName, Size>> = {
  "submit-batch": manyPeople,
  "release-batch": manyPeople,
  // a start of mass work that hangs must end in an answer that names the job
  "request-recomputation": { memory: 1_024, seconds: 25 },
  "resume-recomputation": { memory: 1_024, seconds: 25 },
  // a whole batch of the feed, also when every write is throttled for a while
  "follow-changes": { memory: 1_769, seconds: 60 },
  // a sixth of what a message stays invisible: long enough for ten residents, short enough not to keep them waiting
  "retry-recomputation": { memory: 1_024, seconds: 20 },
  "plan-recomputation": { memory: 1_024, seconds: 30 },
  // a slice at most half as long ends well before this does
  "work-shard": { memory: 1_769, seconds: 600 },
  // a whole day of notices; who is cut off goes on where it ended
  "send-due-notices": { memory: 1_024, seconds: 600 },
  // a whole day of reviews; what is left comes with the next attempt
  "keep-deadlines": { memory: 1_024, seconds: 600 },
  // a slice, and before it the reading of all that is ranked: 50,000 applications and their order
  "settle-slice": { memory: 3_008, seconds: 180 },
  "check-readiness": manyPeople,
  // what the day ends, and what was decided and not carried out
  "keep-findings": { memory: 1_024, seconds: 300 },
  "keep-programmes": { memory: 1_024, seconds: 300 },
  "offer-messages": { memory: 1_024, seconds: 30 },
  "react-to-changes": { memory: 1_024, seconds: 30 },
  "react-again": { memory: 1_024, seconds: 20 },
  // five uploads of ten megabytes, one after the other
  "check-material": { memory: 1_024, seconds: 60 },
  // a whole day of deletions; what is left comes with the next attempt
  "delete-due-materials": { memory: 1_024, seconds: 600 },
  // fifty thousand entries read, ranked again and written; what is cut off is finished by `finish-corrections`
  "decide-objection": { memory: 3_008, seconds: 28 },
  "finish-corrections": { memory: 3_008, seconds: 300 },
  // five thousand lines a part
  "export-listing": { memory: 1_769, seconds: 28 },
  "download-listing": { memory: 1_769, seconds: 28 },
  "audit-listing": { memory: 1_769, seconds: 28 },
  "summarise-recomputation": { memory: 1_024, seconds: 30 },
};

export const sizeOf = (name: FunctionName): Size => unusual[name] ?? usual;
