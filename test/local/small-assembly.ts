import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDataDirectory } from "#local/data-directory.ts";
import { startSystem } from "#local/system.ts";

interface SmallSystem {
  /** The handler's source by the function's name. */
  readonly functions: Readonly<Record<string, string>>;
  /** The function's name by the route's key; `$default` has no authorizer. */
  readonly routes: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly throttle?: { readonly rate: number; readonly burst: number };
  /** Resources of other types; with them the table has a stream. */
  readonly more?: Readonly<Record<string, object>>;
}

export const issuer = "https://tokens.test";
export const audience = "points";

/** What synthesizing a service of a few functions would have written. */
export const smallTemplate = ({ functions, routes, timeoutMs = 30_000, throttle, more }: SmallSystem) => ({
  Parameters: { TokenIssuer: { Type: "String", Default: issuer } },
  Resources: {
    Things: {
      Type: "AWS::DynamoDB::GlobalTable",
      Properties: {
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        Replicas: [{ Region: { Ref: "AWS::Region" } }],
        ...(more && { StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" } }),
      },
    },
    Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "Api", ProtocolType: "HTTP" } },
    Stage: {
      Type: "AWS::ApiGatewayV2::Stage",
      Properties: {
        ApiId: { Ref: "Api" },
        StageName: "$default",
        AutoDeploy: true,
        ...(throttle && {
          DefaultRouteSettings: { ThrottlingRateLimit: throttle.rate, ThrottlingBurstLimit: throttle.burst },
        }),
      },
    },
    Tokens: {
      Type: "AWS::ApiGatewayV2::Authorizer",
      Properties: {
        ApiId: { Ref: "Api" },
        Name: "Tokens",
        AuthorizerType: "JWT",
        IdentitySource: ["$request.header.Authorization"],
        JwtConfiguration: { Audience: [audience], Issuer: { Ref: "TokenIssuer" } },
      },
    },
    ...Object.fromEntries(
      Object.keys(functions).flatMap((name) => [
        [
          name,
          {
            Type: "AWS::Lambda::Function",
            Properties: {
              Runtime: "nodejs24.x",
              Handler: "index.handler",
              Code: { S3Bucket: { "Fn::Join": ["-", ["assets", { Ref: "AWS::AccountId" }]] }, S3Key: `${name}.zip` },
              // knowing the scores, what it follows or works off counts in the lag
              Environment: { Variables: { TABLE: { Ref: "Things" }, SCORES_TABLE: { Ref: "Things" } } },
              Timeout: 1,
              MemorySize: 128,
              Role: { "Fn::GetAtt": ["Role", "Arn"] },
            },
          },
        ],
        [
          `${name}Integration`,
          {
            Type: "AWS::ApiGatewayV2::Integration",
            Properties: {
              ApiId: { Ref: "Api" },
              IntegrationType: "AWS_PROXY",
              IntegrationUri: { "Fn::GetAtt": [name, "Arn"] },
              PayloadFormatVersion: "2.0",
              TimeoutInMillis: timeoutMs,
            },
          },
        ],
      ]),
    ),
    Role: { Type: "AWS::IAM::Role", Properties: {} },
    ...more,
    ...Object.fromEntries(
      Object.entries(routes).map(([key, name], place) => [
        `Route${place}`,
        {
          Type: "AWS::ApiGatewayV2::Route",
          Properties: {
            ApiId: { Ref: "Api" },
            RouteKey: key,
            Target: { "Fn::Join": ["", ["integrations/", { Ref: `${name}Integration` }]] },
            ...(key !== "$default" && { AuthorizationType: "JWT", AuthorizerId: { Ref: "Tokens" } }),
          },
        },
      ]),
    ),
  },
});

/** Writes it as an assembly, bundles included. */
export const writeAssembly = (system: SmallSystem): string => {
  const directory = mkdtempSync(join(tmpdir(), "small-assembly-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const write = (file: string, content: unknown) => writeFileSync(join(directory, file), JSON.stringify(content));
  write("manifest.json", {
    artifacts: {
      Small: { type: "aws:cloudformation:stack", properties: { templateFile: "Small.template.json" } },
      "Small.assets": { type: "cdk:asset-manifest", properties: { file: "Small.assets.json" } },
    },
  });
  write("Small.template.json", smallTemplate(system));
  write("Small.assets.json", {
    files: Object.fromEntries(
      Object.keys(system.functions).map((name) => [name, { source: { path: `asset.${name}`, packaging: "zip" } }]),
    ),
  });
  for (const [name, source] of Object.entries(system.functions)) {
    mkdirSync(join(directory, `asset.${name}`));
    writeFileSync(join(directory, `asset.${name}`, "index.mjs"), source);
  }
  return directory;
};

/** Brings it up in memory, on a free port, until the test is finished. */
export const startSmall = async (system: SmallSystem) => {
  const started = await startSystem({
    host: "127.0.0.1",
    port: 0,
    data: openDataDirectory("", true),
    assembly: writeAssembly(system),
    verbose: false,
  });
  onTestFinished(() => started.close());
  return started;
};
