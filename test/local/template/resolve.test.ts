import { expect, test } from "vitest";
import { type Stack, stackOf } from "#local/template/assembly.ts";
import { resolverOf } from "#local/template/resolve.ts";

const data = stackOf("data", {
  Resources: { Residents: { Type: "AWS::DynamoDB::GlobalTable" } },
  Outputs: { Table: { Value: { Ref: "Residents" }, Export: { Name: "data:Residents" } } },
});
const service = stackOf("service", {
  Parameters: { Issuer: { Default: "https://tokens.test" }, Secret: {} },
  Resources: { Score: { Type: "AWS::Lambda::Function" } },
});
const resolve = (value: unknown, stack: Stack = service) => resolverOf(stack, [data, service])(value);
const placeholder = (id: string) => `$\{${id}}`;

test.for([
  ["what holds no function stays", { a: [1, "b", null, true] }, { a: [1, "b", null, true] }],
  ["a parameter is its default", { Ref: "Issuer" }, "https://tokens.test"],
  ["a resource is called by its logical id", { Ref: "Score" }, "Score"],
  ["an ARN ends in it", { "Fn::GetAtt": ["Score", "Arn"] }, "arn:aws:local:local:000000000000:Score"],
  ["GetAtt may be one text", { "Fn::GetAtt": "Score.Arn" }, "arn:aws:local:local:000000000000:Score"],
  [
    "the ARN of a stream names its table",
    { "Fn::GetAtt": ["Score", "StreamArn"] },
    "arn:aws:dynamodb:local:000000000000:table/Score/stream/template",
  ],
  ["parts are joined", { "Fn::Join": ["/", ["integrations", { Ref: "Score" }]] }, "integrations/Score"],
  [
    "partition and account are this machine's",
    [{ Ref: "AWS::Partition" }, { Ref: "AWS::AccountId" }],
    ["aws", "000000000000"],
  ],
  ["no value is left out", { a: { Ref: "AWS::NoValue" }, b: 1 }, { b: 1 }],
  ["another stack's export", { "Fn::ImportValue": "data:Residents" }, "Residents"],
  [
    "placeholders",
    { "Fn::Sub": `${placeholder("Issuer")}/${placeholder("Score.Arn")}` },
    "https://tokens.test/arn:aws:local:local:000000000000:Score",
  ],
  [
    "placeholders of its own",
    { "Fn::Sub": [`${placeholder("a")}-${placeholder("!b")}`, { a: { Ref: "Score" } }] },
    `Score-${placeholder("!b")}`,
  ],
])("%s", ([, value, expected]) => {
  expect(resolve(value)).toStrictEqual(expected);
});

test.for([
  [
    "a function that isn't implemented",
    { "Fn::Select": [0, ["a"]] },
    "service: the one-machine system doesn't implement Fn::Select",
  ],
  [
    "a Ref to nothing",
    { Ref: "Gone" },
    "service: Ref names Gone, which is no resource and no parameter with a default",
  ],
  ["a parameter without a default", { Ref: "Secret" }, "service: Ref names Secret"],
  ["an unknown attribute", { "Fn::GetAtt": ["Score", "Url"] }, "doesn't know the attribute Score.Url"],
  ["an export that nobody makes", { "Fn::ImportValue": "data:Gone" }, "service: no stack exports data:Gone"],
] as const)("%s is refused by name", ([, value, message]) => {
  expect(() => resolve({ deep: [value] })).toThrow(message);
});
