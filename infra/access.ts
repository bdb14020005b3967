import type { TableName } from "#shared/storage/tables.ts";
import type { FunctionName } from "./entries.ts";

/** What one function may touch. Whatever isn't listed is neither granted nor named to it. */
export interface Access {
  readonly reads?: readonly TableName[];
  readonly writes?: readonly TableName[];
  /** `lookup` finds a person by the keyed hash; `seal` also encrypts the number and the name. None opens what was sealed. */
  readonly identityKeys?: "lookup" | "seal";
}

/** Which function may read and write what. Grants are made from this, and a test compares. */
export const access: Readonly<Record<FunctionName, Access>> = {
  "query-score": { reads: ["residents", "scores", "feeds"] },
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
  },
  "read-recomputation": { reads: ["jobs"] },
  "refuse-unknown-route": {},
};
