import { expect, test } from "vitest";
import { massDefinition, readMachine } from "../executions/mass-machine.ts";

const arn = "arn:aws:local:local:000000000000:work";

test("the machine comes with the functions of its tasks, those in a Map too", () => {
  expect(readMachine(massDefinition(), { RoleArn: "any", StateMachineType: "STANDARD" })).toMatchObject([
    {
      id: "Machine",
      name: "mass-work",
      tasks: [
        { state: "Plan", functionName: "plan", timeoutMs: undefined, retryAfterMs: [] },
        { state: "Work", functionName: "work", retryAfterMs: [1000] },
        { state: "Sum", functionName: "sum" },
      ],
    },
  ]);
});

const task = (more: object) => massDefinition({ Plan: { Type: "Task", Resource: arn, Next: "Every", ...more } });
const map = (more: object) =>
  massDefinition({ Every: { ...massDefinition().States.Every, ...more }, Plan: { Type: "Pass", Next: "Every" } });
const processor = massDefinition().States.Every.ItemProcessor;

test.for([
  ["JSONata", { ...massDefinition(), QueryLanguage: "JSONata" }, "QueryLanguage"],
  ["JSONata in one state", task({ QueryLanguage: "JSONata" }), 'Unrecognized key: "QueryLanguage"'],
  ["variables", task({ Assign: { a: 1 } }), 'Unrecognized key: "Assign"'],
  ["a distributed Map", map({ ItemProcessor: { ...processor, ProcessorConfig: { Mode: "DISTRIBUTED" } } }), "Mode"],
  ["items from S3", map({ ItemReader: {} }), 'Unrecognized key: "ItemReader"'],
  ["batches of items", map({ ItemBatcher: { MaxItemsPerBatch: 10 } }), 'Unrecognized key: "ItemBatcher"'],
  ["tolerated failures", map({ ToleratedFailurePercentage: 5 }), 'Unrecognized key: "ToleratedFailurePercentage"'],
  ["a Map that is retried", map({ Retry: [] }), 'Unrecognized key: "Retry"'],
  ["a wider Map than AWS runs at once", map({ MaxConcurrency: 41 }), "MaxConcurrency"],
  ["an integration", task({ Resource: "arn:aws:states:::lambda:invoke" }), "must be the ARN of a function"],
  ["waiting for a token", task({ Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken" }), "must be the ARN"],
  ["a heartbeat", task({ HeartbeatSeconds: 5 }), 'Unrecognized key: "HeartbeatSeconds"'],
  ["another's rights", task({ Credentials: {} }), 'Unrecognized key: "Credentials"'],
  ["the context", task({ Parameters: { "at.$": "$$.State.EnteredTime" } }), "knows nothing of $$.State.EnteredTime"],
  ["an empty Result", massDefinition({ Plan: { Type: "Pass", Result: 0, Next: "Every" } }), "must not be empty"],
  ["a Wait", massDefinition({ Plan: { Type: "Wait", Seconds: 1, Next: "Every" } }), "Plan.Type"],
  ["a Parallel", massDefinition({ Plan: { Type: "Parallel", Branches: [], Next: "Every" } }), "Plan.Type"],
  [
    "what is not there",
    massDefinition({ Judge: { Type: "Choice", Choices: [{ Variable: "$.a", IsPresent: false, Next: "Done" }] } }),
    "Judge.Choices",
  ],
  [
    "one name twice",
    map({ ItemProcessor: { ...processor, States: { ...processor.States, Sum: { Type: "Succeed" } } } }),
    "two states of the name Sum",
  ],
] as const)("%s is refused by name", ([, definition, message]) => {
  expect(() => readMachine(definition)).toThrow(message);
});

test("an Express machine, and a definition that lies elsewhere, are refused", () => {
  expect(() => readMachine(massDefinition(), { StateMachineType: "EXPRESS" })).toThrow("StateMachineType");
  expect(() => readMachine(massDefinition(), { DefinitionS3Location: {} })).toThrow("DefinitionS3Location");
});
