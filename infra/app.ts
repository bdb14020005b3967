import { rmSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import cdk from "../cdk.json" with { type: "json" };
import { bundleInto } from "./bundles.ts";
import { environments, isEnvironmentName } from "./environments.ts";
import { pointsStacks } from "./points-stacks.ts";
import { projectRoot } from "./project-root.ts";

// the CDK command reads cdk.json by itself; run without it, this gives the same templates
const app = new App({ context: cdk.context, outdir: process.env.CDK_OUTDIR ?? join(projectRoot, cdk.output) });
const name: unknown = app.node.tryGetContext("environment");
if (!isEnvironmentName(name))
  throw new Error(
    `there is no environment ${name}: choose with -c environment= ${Object.keys(environments).join(", ")}`,
  );

const bundles = join(app.outdir, "bundles");
bundleInto(bundles);
pointsStacks(app, {
  environment: environments[name],
  makeCode: () => Code.fromAsset(bundles),
  account: process.env.CDK_DEFAULT_ACCOUNT,
});
// the CDK's own switch for its own rules, and it takes seconds: only the one-machine system sets it
if (process.env.CDK_VALIDATION !== "false") (await import("./security-rules.ts")).holdToSecurityRules(app);
app.synth();
// the assembly has its own copy
rmSync(bundles, { recursive: true });
