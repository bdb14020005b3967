import type { Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Code, IFunction } from "aws-cdk-lib/aws-lambda";
import type { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import { endpoints } from "#shared/contract/endpoints.ts";
import type { FunctionName } from "../entries.ts";
import type { Environment } from "../environments.ts";
import { functionsIn } from "../functions-in.ts";
import type { FunctionStackName } from "../stack-of.ts";
import type { AlarmBell } from "./alarm-bell.ts";
import { DailyDuties } from "./daily-duties.ts";
import { feedOf } from "./feeds.ts";
import type { State } from "./grants.ts";
import { serve, serveTheRest } from "./route.ts";
import { ServiceFunction } from "./service-function.ts";

interface DutiesProps {
  readonly environment: Environment;
  readonly state: State;
  /** Of all functions, anew for each stack. */
  readonly makeCode: () => Code;
  readonly api: HttpApi;
  readonly bell: AlarmBell;
  readonly schedules: ScheduleGroup;
}

/**
 * Makes the functions of a stack, each with all that is its own: the route to it, its feed, its hour, its alarm.
 * @returns one of them by its name, and throws if it lies in another stack
 */
export const makeDuties = (stack: Stack, of: FunctionStackName, props: DutiesProps) => {
  const { environment, state, makeCode, api, bell, schedules } = props;
  const code = makeCode();
  const functions = new Map<FunctionName, IFunction>();
  for (const name of functionsIn(of)) {
    const made = new ServiceFunction(stack, name, { code, environment, state });
    const { handler } = made;
    const endpoint = endpoints.find(({ id }) => id === name);
    if (endpoint) serve(made, endpoint, { api, handler });
    if (name === "refuse-unknown-route") serveTheRest(made, { api, handler });
    const feed = feedOf(name, state);
    if (feed) handler.addEventSource(feed);
    bell.ringAbove(`${name}-errors`, {
      description: `The function ${name} ends in errors`,
      metric: handler.metricErrors(),
    });
    functions.set(name, handler);
  }
  new DailyDuties(stack, "DailyDuties", { group: schedules, functions, failures: state.queues.scheduleFailures });
  return (name: FunctionName): IFunction => {
    const handler = functions.get(name);
    if (!handler) throw new Error(`${name} lies in another stack than ${of}: see infra/stack-of.ts`);
    return handler;
  };
};
