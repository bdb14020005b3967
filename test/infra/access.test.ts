import { describe, expect, test } from "vitest";
import { access } from "#infra/access.ts";
import { actions } from "#infra/actions.ts";
import { entries, functionNames } from "#infra/entries.ts";
import { endpoints } from "#shared/contract/endpoints.ts";
import { type TableName, tableNames, tables } from "#shared/storage/tables.ts";
import { deployed, environmentNames } from "./deployed.ts";
import { allowedTo, variablesOf } from "./rights.ts";

describe.each(environmentNames)("in %s", (environment) => {
  const service = deployed(environment);

  test.each(functionNames)("%s may do with tables what access says, and nothing else", (name) => {
    const { reads = [], writes = [], lists = [] } = access[name];
    const expected = [
      ...reads.flatMap((table) => actions[table].reading.map((action) => `dynamodb:${action} on ${table}`)),
      ...writes.flatMap((table) => actions[table].writing.map((action) => `dynamodb:${action} on ${table}`)),
      ...lists.flatMap((table) => actions[table].listing.map((action) => `dynamodb:${action} on ${table}`)),
      ...lists.flatMap((table) =>
        tables[table].indexes.map((index) => `dynamodb:Query on ${table}/index/${index.name}`),
      ),
    ];

    const allowed = allowedTo(service, name).filter((right) => /^dynamodb:(?!.* on stream of )/.test(right));

    expect(new Set(allowed)).toEqual(new Set(expected));
  });

  test.each(functionNames)("%s is told the tables it is granted, and no other", (name) => {
    const { reads = [], writes = [] } = access[name];

    const told = Object.entries(variablesOf(service, name)).filter(([variable]) => variable.endsWith("_TABLE"));

    expect(Object.fromEntries(told.map(([variable, value]) => [variable, service.target(value)]))).toEqual(
      Object.fromEntries([...reads, ...writes].map((table) => [tables[table].variable, table])),
    );
  });

  test("only who registers residents seals identities, and nobody opens them", () => {
    const may = (right: string) => functionNames.filter((name) => allowedTo(service, name).includes(right));

    expect(may("kms:Encrypt on sealing key")).toEqual(["register-resident"]);
    expect(may("kms:Decrypt on sealing key")).toEqual([]);
    expect(may("secretsmanager:GetSecretValue on lookup secret")).toEqual(["register-resident", "resolve-resident"]);
    expect(variablesOf(service, "resolve-resident")).not.toHaveProperty("IDENTITY_KEY_ID");
  });

  test("no function may anything on everything, except write its traces", () => {
    for (const name of functionNames) {
      const wild = allowedTo(service, name).filter((right) => right.includes("*"));

      expect(wild).toEqual(["xray:PutTelemetryRecords on *", "xray:PutTraceSegments on *"]);
    }
  });
});

describe("access", () => {
  const writersOf = (table: TableName) => functionNames.filter((name) => access[name].writes?.includes(table));

  test("only recomputation writes scores and jobs", () => {
    for (const name of [...writersOf("scores"), ...writersOf("jobs")])
      expect(entries[name]).toMatch(/^functions\/recomputation\//);
  });

  test("only intake writes residents, identities and feeds", () => {
    for (const name of [...writersOf("residents"), ...writersOf("identities"), ...writersOf("feeds")])
      expect(entries[name]).toMatch(/^functions\/intake\//);
  });

  test("exactly the calls that store keep idempotency keys", () => {
    const storing = endpoints.filter(({ stores }) => stores).map(({ id }) => id);

    expect(writersOf("requests").sort()).toEqual(storing.sort());
  });

  test("a score query only reads, and an estimate not even that", () => {
    expect(access["query-score"].writes).toBeUndefined();
    expect(access["query-history"].writes).toBeUndefined();
    expect(access["estimate-score"]).toEqual({});
  });

  test("every table is written by somebody", () => {
    expect(tableNames.filter((table) => writersOf(table).length === 0)).toEqual([]);
  });
});
