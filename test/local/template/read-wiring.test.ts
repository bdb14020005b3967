import { expect, test } from "vitest";
import { stackOf } from "#local/template/assembly.ts";
import { readWiring } from "#local/template/read-wiring.ts";
import { smallTemplate } from "../small-assembly.ts";

type Template = Parameters<typeof stackOf>[1];
type Resources = NonNullable<Template["Resources"]>;

const template = smallTemplate({
  functions: { Echo: "" },
  routes: { "GET /things/{id}": "Echo", $default: "Echo" },
  throttle: { rate: 50, burst: 100 },
}) as Template & { readonly Resources: Resources };

const wiringWith = (more: Resources) =>
  readWiring({
    stacks: [stackOf("small", { ...template, Resources: { ...template.Resources, ...more } })],
    assets: new Map([["Echo", "asset.Echo"]]),
  });

const changed = (id: string, properties: object): Resources => {
  const { Type = "", Properties } = template.Resources[id] ?? {};
  return { [id]: { Type, Properties: { ...(Properties as object), ...properties } } };
};

test("tables, functions, routes, authorizer and throttle come from the template", () => {
  expect(wiringWith({})).toMatchObject({
    tables: [
      {
        name: "Things",
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        expiresBy: undefined,
      },
    ],
    functions: [
      {
        name: "Echo",
        directory: "asset.Echo",
        handler: "index.handler",
        environment: { TABLE: "Things", SCORES_TABLE: "Things" },
        memoryMb: 128,
        timeoutMs: 1000,
      },
    ],
    api: {
      id: "Api",
      throttle: { rateLimit: 50, burstLimit: 100 },
      routes: [
        {
          key: "GET /things/{id}",
          functionName: "Echo",
          timeoutMs: 30_000,
          authorizer: { issuer: "https://tokens.test", audience: ["points"] },
        },
        { key: "$default", functionName: "Echo", timeoutMs: 30_000, authorizer: undefined },
      ],
    },
  });
});

test("a route's own throttle is its own", () => {
  const { api } = wiringWith(
    changed("Stage", {
      RouteSettings: { "GET /things/{id}": { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 } },
    }),
  );

  expect(api.routes.map(({ key, throttle }) => [key, throttle])).toEqual([
    ["GET /things/{id}", { rateLimit: 5, burstLimit: 10 }],
    ["$default", undefined],
  ]);
});

test("indexes and expiry of a table are kept", () => {
  const index = {
    IndexName: "due",
    KeySchema: [{ AttributeName: "shard", KeyType: "HASH" }],
    Projection: { ProjectionType: "KEYS_ONLY" },
  };

  const { tables } = wiringWith(
    changed("Things", {
      GlobalSecondaryIndexes: [index],
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    }),
  );

  expect(tables).toMatchObject([{ GlobalSecondaryIndexes: [index], expiresBy: "expiresAt" }]);
});

test("a type of resource that isn't implemented is refused by name, and so is every other one", () => {
  const more = { Jobs: { Type: "AWS::Batch::JobQueue" }, Files: { Type: "AWS::EFS::FileSystem" } };

  expect(() => wiringWith(more)).toThrow("doesn't implement AWS::Batch::JobQueue (Jobs), AWS::EFS::FileSystem (Files)");
});

test("two stacks may call the same what has no meaning here, and nothing else", () => {
  const inTwoStacks = (more: Resources) =>
    readWiring({
      stacks: [stackOf("small", template), stackOf("other", { Resources: more })],
      assets: new Map([["Echo", "asset.Echo"]]),
    });

  expect(inTwoStacks({ Role: { Type: "AWS::IAM::Role" } })).toEqual(wiringWith({}));
  expect(() => inTwoStacks(changed("Things", {}))).toThrow("two stacks have a resource Things");
});

test("a type without meaning on one machine is passed over", () => {
  expect(wiringWith({ Calls: { Type: "AWS::Logs::LogGroup" } })).toEqual(wiringWith({}));
});

test.for([
  [
    "a property",
    "Things",
    { LocalSecondaryIndexes: [] },
    'AWS::DynamoDB::GlobalTable (Things) as written:\n✖ Unrecognized key: "LocalSecondaryIndexes"',
  ],
  ["another billing", "Things", { BillingMode: "PROVISIONED" }, "→ at BillingMode"],
  ["a layer", "Echo", { Layers: [] }, 'AWS::Lambda::Function (Echo) as written:\n✖ Unrecognized key: "Layers"'],
  ["another runtime", "Echo", { Runtime: "python3.13" }, "→ at Runtime"],
  ["a named stage", "Stage", { StageName: "v1" }, "→ at StageName"],
  ["another payload format", "EchoIntegration", { PayloadFormatVersion: "1.0" }, "→ at PayloadFormatVersion"],
  ["scopes", "Route0", { AuthorizationScopes: ["a"] }, 'Unrecognized key: "AuthorizationScopes"'],
  ["CORS", "Api", { CorsConfiguration: {} }, 'Unrecognized key: "CorsConfiguration"'],
  ["a token elsewhere", "Tokens", { IdentitySource: ["$request.querystring.token"] }, "→ at IdentitySource[0]"],
] as const)("%s that isn't implemented is refused by name", ([, id, properties, message]) => {
  expect(() => wiringWith(changed(id, properties))).toThrow(message);
});

test("a resource under a condition is refused", () => {
  const [things] = Object.values(changed("Things", {}));

  expect(() => wiringWith({ Things: { Type: "", ...things, Condition: "IsLarge" } })).toThrow(
    "doesn't implement a Condition on AWS::DynamoDB::GlobalTable (Things)",
  );
});

test("a second API is refused", () => {
  expect(() => wiringWith({ Other: changed("Api", {}).Api ?? { Type: "" } })).toThrow(
    "takes exactly one AWS::ApiGatewayV2::Api, and found 2",
  );
});

test("a route that leads to no function is refused by name", () => {
  expect(() => wiringWith(changed("EchoIntegration", { IntegrationUri: { "Fn::GetAtt": ["Role", "Arn"] } }))).toThrow(
    "the route GET /things/{id} leads to Role, which is no function",
  );
});

const definition = (name: string, timeout = 2) =>
  JSON.stringify({
    StartAt: "Plan",
    States: { Plan: { Type: "Task", Resource: `arn:aws:local:local:0:${name}`, TimeoutSeconds: timeout, End: true } },
  });
const machine = (DefinitionString: string): Resources => ({
  Machine: { Type: "AWS::StepFunctions::StateMachine", Properties: { StateMachineName: "work", DefinitionString } },
});
const schedule = (target: object): Resources => ({
  Night: {
    Type: "AWS::Scheduler::Schedule",
    Properties: { ScheduleExpression: "cron(30 0 * * ? *)", FlexibleTimeWindow: { Mode: "OFF" }, Target: target },
  },
});
const mapping = (properties: object): Resources => ({
  Mapping: {
    Type: "AWS::Lambda::EventSourceMapping",
    Properties: { EventSourceArn: { "Fn::GetAtt": ["Queue", "Arn"] }, FunctionName: { Ref: "Echo" }, ...properties },
  },
  Queue: { Type: "AWS::SQS::Queue", Properties: {} },
});
const ofStream = { EventSourceArn: { "Fn::GetAtt": ["Things", "StreamArn"] }, StartingPosition: "TRIM_HORIZON" };

const bucket: Resources = {
  Evidence: {
    Type: "AWS::S3::Bucket",
    Properties: {
      NotificationConfiguration: {
        QueueConfigurations: [{ Event: "s3:ObjectCreated:*", Queue: { "Fn::GetAtt": ["Queue", "Arn"] } }],
      },
    },
  },
};
const invokeConfig = (properties: object): Resources => ({
  Config: {
    Type: "AWS::Lambda::EventInvokeConfig",
    Properties: { FunctionName: { Ref: "Echo" }, Qualifier: "$LATEST", ...properties },
  },
});

test("queues, mappings, state machines and schedules come from the template", () => {
  const more = {
    ...machine(definition("Echo")),
    ...schedule({ Arn: { Ref: "Machine" }, DeadLetterConfig: { Arn: { "Fn::GetAtt": ["Queue", "Arn"] } } }),
    ...mapping({}),
    Stream: mapping(ofStream).Mapping ?? { Type: "" },
    ...bucket,
    ...invokeConfig({}),
  };

  expect(wiringWith(more)).toMatchObject({
    queues: [{ name: "Queue" }],
    mappings: { queues: [{ functionName: "Echo" }], streams: [{ functionName: "Echo", tableName: "Things" }] },
    stateMachines: [{ name: "work", tasks: [{ functionName: "Echo" }] }],
    schedules: [{ name: "Night", target: "Machine", deadLetterQueue: "Queue" }],
    buckets: [{ name: "Evidence", notifications: [{ queue: "Queue" }] }],
    invokeConfigs: [{ functionName: "Echo" }],
  });
});

test.for([
  ["a state", machine(definition("Gone")), "the state Plan of work leads to Gone, which is no function"],
  [
    "a schedule",
    schedule({ Arn: { Ref: "Things" } }),
    "the schedule Night leads to Things, which is no state machine and no function",
  ],
  [
    "a bucket",
    { ...bucket, Queue: { Type: "AWS::IAM::Role" } },
    "the bucket Evidence leads to Queue, which is no queue",
  ],
  [
    "a configuration",
    invokeConfig({ FunctionName: "Gone" }),
    "an EventInvokeConfig leads to Gone, which is no function",
  ],
  [
    "a configuration's destination",
    invokeConfig({ DestinationConfig: { OnFailure: { Destination: "a:Gone" } } }),
    "the EventInvokeConfig of Echo leads to Gone, which is no queue",
  ],
  ["a mapping", mapping({ FunctionName: "Gone" }), "the mapping Mapping leads to Gone, which is no function"],
  ["a queue's mapping", mapping({ EventSourceArn: "a:Gone" }), "the mapping Mapping leads to Gone, which is no queue"],
  [
    "a stream's mapping",
    mapping({ ...ofStream, DestinationConfig: { OnFailure: { Destination: "a:Gone" } } }),
    "the mapping Mapping leads to Gone, which is no queue",
  ],
] as const)("%s that leads nowhere is refused by name", ([, more, message]) => {
  expect(() => wiringWith(more)).toThrow(message);
});

test("a state that times out before its function is refused", () => {
  expect(() => wiringWith(machine(definition("Echo", 1)))).toThrow(
    "the state Plan of work must not time out before its function, after 1000 ms",
  );
});
