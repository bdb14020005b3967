import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { describe } from "vitest";
import { batches } from "./contract/batches.cases.ts";
import { conditions } from "./contract/conditions.cases.ts";
import { consistentReads } from "./contract/consistent-reads.cases.ts";
import { indexes } from "./contract/indexes.cases.ts";
import { limits } from "./contract/limits.cases.ts";
import { paging } from "./contract/paging.cases.ts";
import type { Connect } from "./contract/scratch-table.ts";
import { streams } from "./contract/streams.cases.ts";
import { tables } from "./contract/tables.cases.ts";
import { transactionReads } from "./contract/transaction-reads.cases.ts";
import { transactions } from "./contract/transactions.cases.ts";
import { updates } from "./contract/updates.cases.ts";
import { embedded, scratchDirectory } from "./embedded.ts";

const suites = [
  tables,
  conditions,
  updates,
  transactions,
  transactionReads,
  indexes,
  paging,
  limits,
  batches,
  consistentReads,
  streams,
];

const contract = (connect: Connect) => {
  for (const suite of suites) suite(connect);
};

const endpoint = process.env.DYNAMODB_ENDPOINT;

if (endpoint === undefined) {
  describe("the engine in memory", () => contract(embedded()));

  describe("the engine on disk", () => {
    const directory = scratchDirectory();
    contract(embedded(() => ({ directory: directory() })));
  });
} else {
  describe(`the endpoint ${endpoint}`, () => {
    // region and credentials come from the environment, as for any program
    const client = new DynamoDBClient({ endpoint });
    contract(() => client);
  });
}
