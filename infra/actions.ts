import type { TableName } from "#shared/storage/tables.ts";

/**
 * What reading and writing a table comes to, no more than its repository uses. Nothing scans, and a transaction needs
 * the rights of its parts. Only the rows of a held batch are ever deleted, and those by BatchWriteItem.
 */
export const actions = {
  residents: { reading: ["GetItem", "Query"], writing: ["PutItem"] },
  scores: { reading: ["GetItem", "Query"], writing: ["PutItem"] },
  identities: { reading: ["GetItem"], writing: ["PutItem"] },
  requests: { reading: ["GetItem"], writing: ["PutItem", "UpdateItem"] },
  jobs: { reading: ["GetItem"], writing: ["PutItem"] },
  feeds: { reading: ["GetItem", "Query"], writing: ["PutItem", "BatchWriteItem"] },
} as const satisfies Record<TableName, { readonly reading: readonly string[]; readonly writing: readonly string[] }>;
