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
  functions,
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
  const toMachine = among(
    "state machine",
    stateMachines.flatMap(({ id, name }) => [id, name]),
  );
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
    ...schedules.flatMap(({ name, machineArn, deadLetterQueue }) => [
      ...toMachine(`the schedule ${name}`, lastPart(machineArn)),
      ...toQueue(`the schedule ${name}`, deadLetterQueue),
    ]),
  ];
};

const nameOf = ({ name }: { readonly name: string }): string => name;

const lastPart = (arn: string): string => arn.split(":").at(-1) ?? "";
