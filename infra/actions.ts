import type { TableName } from "#shared/storage/tables.ts";

export interface Actions {
  readonly reading: readonly string[];
  /** For whoever goes through many residents, beside the indexes. */
  readonly listing?: readonly string[];
  readonly writing: readonly string[];
}

/**
 * What reading and writing a table comes to, no more than its repository uses. Nothing scans, and a transaction needs
 * the rights of its parts. Deleted are only the rows of a held batch, by BatchWriteItem, and marks: a line's once its
 * review has ended, a spouse's once the marriage has.
 */
export const actions = {
  residents: { reading: ["GetItem", "Query"], listing: ["BatchGetItem"], writing: ["PutItem"] },
  scores: { reading: ["GetItem", "Query"], listing: ["BatchGetItem"], writing: ["PutItem"] },
  identities: { reading: ["GetItem"], writing: ["PutItem"] },
  requests: { reading: ["GetItem"], writing: ["PutItem", "UpdateItem"] },
  jobs: { reading: ["GetItem", "Query"], writing: ["PutItem"] },
  feeds: { reading: ["GetItem", "Query"], writing: ["PutItem", "BatchWriteItem"] },
  reviews: { reading: ["GetItem", "Query"], listing: [], writing: ["PutItem", "DeleteItem"] },
  messages: { reading: ["GetItem"], listing: ["Query"], writing: ["PutItem"] },
  contacts: { reading: ["GetItem"], writing: ["PutItem"] },
  letters: { reading: ["GetItem", "Query"], writing: ["PutItem"] },
  materials: { reading: ["GetItem", "Query"], listing: [], writing: ["PutItem"] },
  households: { reading: ["GetItem", "Query"], writing: ["PutItem", "DeleteItem"] },
  results: { reading: ["GetItem", "BatchGetItem", "Query"], writing: ["PutItem"] },
  listings: { reading: ["GetItem", "Query"], listing: [], writing: ["PutItem", "BatchWriteItem"] },
  programmes: { reading: ["GetItem", "Query"], listing: [], writing: ["PutItem"] },
  applications: { reading: ["GetItem", "Query"], listing: ["BatchGetItem"], writing: ["PutItem", "DeleteItem"] },
  findings: { reading: ["GetItem", "Query"], listing: [], writing: ["PutItem"] },
} as const satisfies Record<TableName, Actions>;
