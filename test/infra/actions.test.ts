import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Actions, actions } from "#infra/actions.ts";
import { projectRoot } from "#infra/project-root.ts";
import { tableNames } from "#shared/storage/tables.ts";

/** The repositories that lie in a table. */
const repositories = {
  residents: ["dynamo-residents.ts", "residents-together.ts"],
  scores: ["dynamo-scores.ts", "scores-together.ts"],
  identities: ["dynamo-identities.ts"],
  requests: ["dynamo-requests.ts"],
  jobs: ["dynamo-jobs.ts", "dynamo-settlements.ts"],
  feeds: ["dynamo-batches.ts", "dynamo-feed-days.ts"],
  reviews: ["dynamo-reviews.ts", "dynamo-review-reads.ts", "dynamo-undertakings.ts"],
  messages: ["dynamo-messages.ts", "message-put.ts"],
  contacts: ["dynamo-contacts.ts"],
  letters: ["dynamo-letters.ts"],
  materials: ["dynamo-materials.ts"],
  households: ["dynamo-households.ts"],
  applications: ["dynamo-applications.ts", "dynamo-application-reads.ts"],
  programmes: ["dynamo-programmes.ts"],
  listings: ["dynamo-listings.ts", "dynamo-objections.ts"],
  results: ["dynamo-results.ts"],
  findings: ["dynamo-findings.ts"],
} as const;

/** How code betrays what it asks the table for. */
const signs = {
  GetItem: /\bGetItemCommand\(|\bGet:/,
  BatchGetItem: /\bBatchGetItemCommand\(|\bbatchGet\(/,
  Query: /\bQueryCommand\(|\bpaginateQuery\(|\bpagesOf\(/,
  Scan: /\bScanCommand\(|\bpaginateScan\(/,
  PutItem: /\bPutItemCommand\(|\bPut:/,
  UpdateItem: /\bUpdateItemCommand\(|\bUpdate:/,
  DeleteItem: /\bDeleteItemCommand\(|\bDelete:/,
  ConditionCheckItem: /\bConditionCheck:/,
  BatchWriteItem: /\bBatchWriteItemCommand\(|\bwriteMany\(/,
} as const;

test.each(tableNames)("the rights on %s are those that its repository uses, no fewer and no more", (table) => {
  const source = repositories[table]
    .map((file) => readFileSync(join(projectRoot, "shared/storage", file), "utf8"))
    .join();
  const used = Object.entries(signs).flatMap(([action, sign]) => (sign.test(source) ? [action] : []));

  const { reading, listing = [], writing }: Actions = actions[table];
  const granted = [...reading, ...listing, ...writing];

  expect([...granted].sort()).toEqual(used.sort());
});
