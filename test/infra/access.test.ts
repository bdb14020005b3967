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

  test("only who registers or admits residents seals identities, and few open them; others have contact points", () => {
    const may = (right: string) => functionNames.filter((name) => allowedTo(service, name).includes(right));
    const ofContacts = ["read-contact-point", "change-contact-point", "verify-contact-point", "read-message"];
    const ofIdentities = may("dynamodb:GetItem on identities");

    expect(may("kms:Encrypt on sealing key")).toEqual([
      "register-resident",
      "change-contact-point",
      "propose-relation",
    ]);
    expect(may("kms:Decrypt on sealing key")).toEqual([
      "print-letter",
      "issue-certificate",
      ...ofContacts,
      // of a household, what was typed
      "read-household",
      "propose-relation",
      // names to be masked
      "settle-slice",
    ]);
    expect(ofContacts.filter((name) => ofIdentities.some((other) => other === name))).toEqual([]);
    expect(may("secretsmanager:GetSecretValue on lookup secret")).toEqual([
      "register-resident",
      "resolve-resident",
      "verify-contact-point",
      "read-message",
      "propose-relation",
      // salts of a listing are made with it
      "settle-slice",
      // an asset is known by its hash
      "submit-application",
      "change-application",
    ]);
    expect(variablesOf(service, "resolve-resident")).not.toHaveProperty("IDENTITY_KEY_ID");
  });

  test("only who issues certificates and who checks them makes check codes; the public call may nothing else", () => {
    const makesCodes = functionNames.filter((name) =>
      allowedTo(service, name).includes("secretsmanager:GetSecretValue on certificate secret"),
    );

    expect(makesCodes).toEqual(["issue-certificate", "check-certificate"]);
    expect(allowedTo(service, "check-certificate").filter((right) => !/^(logs|xray):/.test(right))).toEqual([
      "secretsmanager:GetSecretValue on certificate secret",
    ]);
  });

  test("no function may anything on everything, except write its traces", () => {
    for (const name of functionNames) {
      const wild = allowedTo(service, name).filter((right) => right.includes("*"));

      // of the evidence, one prefix of its bucket
      const everything = wild.filter((right) => !/^s3:\w+ on EvidenceBucket\/(quarantine|kept)\/\*$/.test(right));
      expect(everything).toEqual(["xray:PutTelemetryRecords on *", "xray:PutTraceSegments on *"]);
    }
  });
});

describe("access", () => {
  const writersOf = (table: TableName) => functionNames.filter((name) => access[name].writes?.includes(table));

  test("only recomputation writes scores, and jobs with whoever settles programmes", () => {
    for (const name of writersOf("scores")) expect(entries[name]).toMatch(/^functions\/recomputation\//);
    for (const name of writersOf("jobs")) expect(entries[name]).toMatch(/^functions\/(recomputation|settlement)\//);
  });

  test("only intake writes feeds, and identities with whoever proposes a relation; residents are written besides by who decides a review or a finding", () => {
    for (const name of writersOf("feeds")) expect(entries[name]).toMatch(/^functions\/intake\//);
    expect(writersOf("identities")).toEqual(["register-resident", "propose-relation"]);
    for (const name of writersOf("residents"))
      expect(entries[name]).toMatch(/^functions\/(intake|review-submission|findings)\//);
  });

  test("contact points are written by who sees to them, and their addresses opened by nobody else", () => {
    const openers = functionNames.filter(
      (name) => access[name].reads?.includes("contacts") && access[name].identityKeys?.includes("open"),
    );

    expect(writersOf("contacts")).toEqual(["change-contact-point", "verify-contact-point"]);
    expect(openers).toEqual(["read-contact-point", "change-contact-point", "verify-contact-point", "read-message"]);
  });

  test("exactly the calls that store keep idempotency keys", () => {
    const storing = endpoints.filter(({ stores }) => stores).map(({ id }) => id);

    expect(writersOf("requests").sort()).toEqual(storing.sort());
  });

  test("households are read for programmes only: no score knows of them", () => {
    const readers = functionNames.filter((name) => access[name].reads?.includes("households"));

    for (const name of readers)
      expect(entries[name]).not.toMatch(/^functions\/(score-query|recomputation|intake|letters)\//);
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
