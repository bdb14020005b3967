import type { StateMachine } from "aws-local-stepfunctions";

type Events = ReturnType<StateMachine["run"]>["eventLogs"];

/** How much history an execution makes, and the largest state in it. */
export interface History {
  readonly events: number;
  readonly largestState: number;
}

/** What AWS allows one execution. */
export const limits = { events: 25_000, stateBytes: 262_144 } as const;

/** Counts entries as AWS does, as they happen. */
export const historyOf = async (events: Events, happened: (history: History) => void): Promise<void> => {
  const counted = { events: 0, largestState: 0 };
  for await (const event of events) {
    counted.events += entriesOf(event);
    if (event.type === "StateExited" || event.type === "ExecutionStarted") {
      const state = event.type === "StateExited" ? event.state.output : event.input;
      counted.largestState = Math.max(counted.largestState, Buffer.byteLength(JSON.stringify(state ?? null)));
    }
    happened({ ...counted });
  }
};

type Event = Events extends AsyncGenerator<infer Each> ? Each : never;

/** A function's call is scheduled, started and ended beside its state being entered and left; a Map starts and ends. */
const entriesOf = (event: Event): number => {
  switch (event.type) {
    case "StateExited":
      return 1 + (event.state.type === "Task" ? 3 : 0) + (event.state.type === "Map" ? 2 : 0);
    case "StateFailed":
      return 3;
    default:
      return 1;
  }
};
