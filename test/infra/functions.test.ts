import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { access } from "#infra/access.ts";
import { entries } from "#infra/entries.ts";
import { environments } from "#infra/environments.ts";
import { projectRoot } from "#infra/project-root.ts";
import { endpoints } from "#shared/contract/endpoints.ts";
import { tables } from "#shared/storage/tables.ts";
import { deployed, environmentNames, functionNames } from "./deployed.ts";

interface LambdaFunction {
  readonly Runtime: string;
  readonly Architectures: readonly string[];
  readonly Timeout: number;
  readonly TracingConfig: unknown;
  readonly LoggingConfig: { readonly LogGroup: unknown; readonly LogFormat: string };
}

describe("the entries", () => {
  test("are all the handlers there are, so that none runs nowhere", () => {
    const handlers = readdirSync(join(projectRoot, "functions"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".handler.ts"))
      .map((path) => join("functions", path));

    expect(handlers.sort()).toEqual(Object.values(entries).sort());
  });

  test("are one for each call of the contract, and one for the rest", () => {
    const calls = endpoints.map(({ id }) => id);

    expect([...functionNames].sort()).toEqual([...calls, "refuse-unknown-route"].sort());
  });

  test.each(functionNames)("%s asks for exactly the names that its function is told", (name) => {
    const handler = readFileSync(join(projectRoot, entries[name]), "utf8");
    const { reads = [], writes = [], identityKeys } = access[name];

    const asked = [...handler.matchAll(/\benvironment\("(\w+)"\)/g)].map(([, variable]) => variable);

    expect(new Set(asked)).toEqual(new Set([...reads, ...writes].map((table) => tables[table].variable)));
    expect(handler.includes("chosenIdentityKeys(")).toBe(identityKeys !== undefined);
  });
});

describe.each(environmentNames)("in %s, every function", (environment) => {
  const service = deployed(environment);
  const functions = service.all<LambdaFunction>("AWS::Lambda::Function");

  test("gives up before the gateway does", () => {
    for (const { properties } of functions) expect(properties.Timeout).toBeLessThan(30);
  });

  test("runs on the Node that tests run on", () => {
    const runtime = `nodejs${process.versions.node.split(".")[0]}.x`;

    for (const { properties } of functions) {
      expect(properties.Runtime).toBe(runtime);
      expect(properties.Architectures).toEqual(["arm64"]);
    }
  });

  test("is traced, and logs JSON into a log of its own that ends some day", () => {
    const logs = service.all<{ readonly RetentionInDays: number }>("AWS::Logs::LogGroup");
    const { logRetention } = environments[environment];

    const used = functions.map(({ properties }) => service.target(properties.LoggingConfig.LogGroup));

    expect(new Set(used).size).toBe(functions.length);
    for (const { properties } of functions) {
      expect(properties.TracingConfig).toEqual({ Mode: "Active" });
      expect(properties.LoggingConfig.LogFormat).toBe("JSON");
    }
    for (const { properties } of logs) expect(properties.RetentionInDays).toBe(days[logRetention]);
  });
});

const days: Readonly<Record<(typeof environments)[keyof typeof environments]["logRetention"], number>> = {
  ONE_WEEK: 7,
  SIX_MONTHS: 180,
};
