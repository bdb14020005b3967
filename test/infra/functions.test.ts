import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { access } from "#infra/access.ts";
import { bundling } from "#infra/bundles.ts";
import { entries, type FunctionName, functionNames } from "#infra/entries.ts";
import { environments } from "#infra/environments.ts";
import { projectRoot } from "#infra/project-root.ts";
import { endpoints } from "#shared/contract/endpoints.ts";
import { deployed, environmentNames } from "./deployed.ts";
import { variablesOf } from "./rights.ts";

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

  test("are one for each call of the contract, one for the rest, and those that no call reaches", () => {
    const calls = endpoints.map(({ id }) => id);
    const steps = ["plan-recomputation", "work-shard", "summarise-recomputation"];
    const duties = [
      "keep-deadlines",
      "delete-due-materials",
      "send-due-notices",
      "keep-programmes",
      "keep-findings",
      "finish-corrections",
    ];
    const followers = [
      "follow-changes",
      "retry-recomputation",
      "react-to-changes",
      "react-again",
      "offer-messages",
      "check-material",
      "settle-slice",
    ];

    expect([...functionNames].sort()).toEqual(
      [...calls, ...steps, ...duties, ...followers, "refuse-unknown-route"].sort(),
    );
  });
});

describe.each(environmentNames)("in %s, every function", (environment) => {
  const service = deployed(environment);
  const functions = service.all<LambdaFunction>("AWS::Lambda::Function");

  test("that serves a call gives up before the gateway does", () => {
    const calls = new Set(endpoints.map(({ id }) => id));
    const serving = functions.filter(({ name }) => calls.has(name) || name === "refuse-unknown-route");

    expect(serving).toHaveLength(calls.size + 1);
    for (const { properties } of serving) expect(properties.Timeout).toBeLessThan(30);
  });

  test("that works in slices has as much time again to end one", () => {
    const slicing = functions.filter(({ name }) => "SLICE_SECONDS" in variablesOf(service, name));

    expect(slicing.map(({ name }) => name)).toEqual(["work-shard"]);
    for (const { name, properties } of slicing)
      expect(properties.Timeout).toBeGreaterThanOrEqual(2 * Number(variablesOf(service, name).SLICE_SECONDS));
  });

  test.each(functionNames)("%s is told exactly what its code asks for", (name) => {
    const told = Object.keys(variablesOf(service, name)).filter((variable) => !ofTheRuntime.includes(variable));

    expect(new Set(told)).toEqual(askedBy(name));
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

/** Read by Node and by the logger, not by the service's own code. */
const ofTheRuntime = ["NODE_OPTIONS", "LOG_LEVEL"];

/** Only the one-machine system sets these, and what it sets them for is optional. */
const ofOneMachine = ["CALENDAR_DAY_OFFSET", "IDENTITY_KEY_FILE"];

// of each function alone, so that what others need of a file that they share isn't counted
const { chunkNames: _, ...alone } = bundling;
const { metafile } = buildSync({
  ...alone,
  splitting: false,
  packages: "external",
  minify: false,
  sourcemap: false,
  write: false,
  outdir: "out",
  metafile: true,
});

/** The names that the files of its code ask the environment for. */
const askedBy = (name: FunctionName): ReadonlySet<string> =>
  new Set(
    Object.entries(metafile.outputs[`out/${name}.mjs`]?.inputs ?? {})
      .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !path.startsWith("node_modules/"))
      .flatMap(([path]) => [
        ...readFileSync(join(projectRoot, path), "utf8").matchAll(/\benvironment(?:IfSet)?\("(\w+)"\)/g),
      ])
      .map(([, variable]) => variable ?? "")
      .filter((variable) => !ofOneMachine.includes(variable))
      .filter((variable) => keysToldTo(name)[variable] ?? true),
  );

/** One file names both keys; a function is told of those that it may use. */
const keysToldTo = (name: FunctionName): Readonly<Record<string, boolean>> => {
  const { identityKeys = [] } = access[name];
  return {
    IDENTITY_LOOKUP_SECRET_ARN: identityKeys.includes("lookup"),
    IDENTITY_KEY_ID: identityKeys.includes("seal") || identityKeys.includes("open"),
  };
};

const days: Readonly<Record<(typeof environments)[keyof typeof environments]["logRetention"], number>> = {
  ONE_WEEK: 7,
  SIX_MONTHS: 180,
};
