import * as z from "zod";

const Flow = { Next: z.string().exactOptional(), End: z.literal(true).exactOptional() };
const Paths = { InputPath: z.string().nullable().exactOptional(), OutputPath: z.string().nullable().exactOptional() };
const Result = {
  ResultSelector: z.record(z.string(), z.unknown()).exactOptional(),
  ResultPath: z.string().nullable().exactOptional(),
};
const Comment = { Comment: z.string().exactOptional() };

const Retrier = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.int().min(1).exactOptional(),
  MaxAttempts: z.int().min(0).exactOptional(),
  BackoffRate: z.number().min(1).exactOptional(),
  MaxDelaySeconds: z.int().min(1).exactOptional(),
  JitterStrategy: z.enum(["NONE", "FULL"]).exactOptional(),
  ...Comment,
});

const Catcher = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  ResultPath: z.string().nullable().exactOptional(),
  ...Comment,
});

/** A call of one function by its plain ARN: no other service, no waiting for a token. */
const Task = z.strictObject({
  Type: z.literal("Task"),
  Resource: z.string().regex(/^arn:[^:]+:local:/, "must be the ARN of a function of the template"),
  Parameters: z.record(z.string(), z.unknown()).exactOptional(),
  Retry: z.array(Retrier).exactOptional(),
  Catch: z.array(Catcher).exactOptional(),
  TimeoutSeconds: z.int().min(1).exactOptional(),
  ...Result,
  ...Paths,
  ...Flow,
  ...Comment,
});
type Task = z.infer<typeof Task>;

const Pass = z.strictObject({
  Type: z.literal("Pass"),
  // aws-local-stepfunctions takes 0, false, "" and null for no Result at all
  Result: z.unknown().refine(Boolean, "must not be empty").exactOptional(),
  Parameters: z.record(z.string(), z.unknown()).exactOptional(),
  ResultPath: z.string().nullable().exactOptional(),
  ...Paths,
  ...Flow,
  ...Comment,
});

// of the comparisons those that aws-local-stepfunctions makes as AWS does: it never matches `IsPresent: false`
const Comparison = z.strictObject({
  Variable: z.string(),
  StringEquals: z.string().exactOptional(),
  NumericEquals: z.number().exactOptional(),
  NumericGreaterThan: z.number().exactOptional(),
  NumericLessThan: z.number().exactOptional(),
  BooleanEquals: z.boolean().exactOptional(),
  IsPresent: z.literal(true).exactOptional(),
});

const Choice = z.strictObject({
  Type: z.literal("Choice"),
  Choices: z
    .array(
      z.union([
        Comparison.extend({ Next: z.string(), ...Comment }),
        z.strictObject({ Not: Comparison, Next: z.string(), ...Comment }),
      ]),
    )
    .min(1),
  Default: z.string().exactOptional(),
  ...Paths,
  ...Comment,
});

const Succeed = z.strictObject({ Type: z.literal("Succeed"), ...Paths, ...Comment });

const Fail = z.strictObject({
  Type: z.literal("Fail"),
  Error: z.string().exactOptional(),
  Cause: z.string().exactOptional(),
  ...Comment,
});

const WithinMap = z.discriminatedUnion("Type", [Task, Pass, Choice, Succeed, Fail]);

/** Without Retry and Catch of its own: after a fault of one item the library goes on with those that wait. */
const InlineMap = z.strictObject({
  Type: z.literal("Map"),
  ItemsPath: z.string().exactOptional(),
  ItemSelector: z.record(z.string(), z.unknown()).exactOptional(),
  MaxConcurrency: z.int().min(1).max(40).exactOptional(),
  ItemProcessor: z.strictObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal("INLINE") }).exactOptional(),
    StartAt: z.string(),
    States: z.record(z.string(), WithinMap),
    ...Comment,
  }),
  ...Result,
  ...Paths,
  ...Flow,
  ...Comment,
});

const State = z.discriminatedUnion("Type", [...WithinMap.options, InlineMap]);
type State = z.infer<typeof State>;

// what aws-local-stepfunctions knows of the context object, in a Map and out of it
const contextPaths = ["$$.Execution.Id", "$$.Execution.Name", "$$.Map.Item.Value", "$$.Map.Item.Index"];

/** A state machine in Amazon's States Language, as far as aws-local-stepfunctions runs it as AWS does. */
export const StatesLanguage = z
  .strictObject({
    StartAt: z.string(),
    States: z.record(z.string(), State),
    // a timer holds 31 bits of milliseconds
    TimeoutSeconds: z.int().min(1).max(2_147_483).exactOptional(),
    QueryLanguage: z.literal("JSONPath").exactOptional(),
    Version: z.literal("1.0").exactOptional(),
    ...Comment,
  })
  .superRefine((definition, { addIssue }) => {
    for (const [path] of JSON.stringify(definition).matchAll(/\$\$[\w.]*/g)) {
      if (!contextPaths.some((known) => path === known || path.startsWith(`${contextPaths[2]}.`)))
        addIssue({ code: "custom", message: `knows nothing of ${path}` });
    }
    const names = statesIn(definition.States).map(([name]) => name);
    for (const name of names.filter((each, place) => names.indexOf(each) < place))
      addIssue({ code: "custom", message: `has two states of the name ${name}` });
  });
export type StatesLanguage = z.infer<typeof StatesLanguage>;

/** Every state with its name, those within a Map too. */
const statesIn = (states: Readonly<Record<string, State>>): readonly (readonly [string, State])[] =>
  Object.entries(states).flatMap(([name, state]) => [
    [name, state] as const,
    ...(state.Type === "Map" ? statesIn(state.ItemProcessor.States) : []),
  ]);

/** Every task with its name. */
export const tasksIn = ({ States }: StatesLanguage): readonly (readonly [string, Task])[] =>
  statesIn(States).flatMap(([name, state]) => (state.Type === "Task" ? [[name, state] as const] : []));
