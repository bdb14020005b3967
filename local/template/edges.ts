import type { Wiring } from "./wiring.ts";

/** Something of the template that calls, feeds or starts something else. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly ofKind: string;
  /** All there are of that kind. */
  readonly names: readonly string[];
}

/** Everything that leads to a function, a queue, a table or a state machine. */
export const edgesOf = ({
  api,
  buckets,
  functions,
  invokeConfigs,
  mappings,
  queues,
  schedules,
  stateMachines,
  tables,
}: Wiring): readonly Edge[] => {
  const among = (ofKind: string, names: readonly string[]) => (from: string, to: string | undefined) =>
    to === undefined ? [] : [{ from, to, ofKind, names }];
  const toFunction = among("function", functions.map(nameOf));
  const toQueue = among("queue", queues.map(nameOf));
  const toTable = among("table", tables.map(nameOf));
  const toTarget = among("state machine and no function", [
    ...stateMachines.flatMap(({ id, name }) => [id, name]),
    ...functions.map(nameOf),
  ]);
  return [
    ...api.routes.flatMap(({ key, functionName }) => toFunction(`the route ${key}`, functionName)),
    ...mappings.streams.flatMap(({ id, tableName, functionName, onFailureQueue }) => [
      ...toTable(`the mapping ${id}`, tableName),
      ...toFunction(`the mapping ${id}`, functionName),
      ...toQueue(`the mapping ${id}`, onFailureQueue),
    ]),
    ...mappings.queues.flatMap(({ id, queueArn, functionName }) => [
      ...toQueue(`the mapping ${id}`, lastPart(queueArn)),
      ...toFunction(`the mapping ${id}`, functionName),
    ]),
    ...stateMachines.flatMap(({ name, tasks }) =>
      tasks.flatMap(({ state, functionName }) => toFunction(`the state ${state} of ${name}`, functionName)),
    ),
    ...schedules.flatMap(({ name, target, deadLetterQueue }) => [
      ...toTarget(`the schedule ${name}`, target),
      ...toQueue(`the schedule ${name}`, deadLetterQueue),
    ]),
    ...invokeConfigs.flatMap(({ functionName, onFailureQueue }) => [
      ...toFunction("an EventInvokeConfig", functionName),
      ...toQueue(`the EventInvokeConfig of ${functionName}`, onFailureQueue),
    ]),
    ...buckets.flatMap(({ name, notifications }) =>
      notifications.flatMap(({ queue }) => toQueue(`the bucket ${name}`, queue)),
    ),
  ];
};

const nameOf = ({ name }: { readonly name: string }): string => name;

const lastPart = (arn: string): string => arn.split(":").at(-1) ?? "";
