import { CfnOutput, CfnParameter, Stack, type StackProps } from "aws-cdk-lib";
import type { Code, IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { endpoints } from "#shared/contract/endpoints.ts";
import { ChangeFeed } from "./constructs/change-feed.ts";
import { DailyDuties } from "./constructs/daily-duties.ts";
import { Gateway } from "./constructs/gateway.ts";
import type { State } from "./constructs/grants.ts";
import { MassWork } from "./constructs/mass-work.ts";
import { Outbox } from "./constructs/outbox.ts";
import { Retries } from "./constructs/retries.ts";
import { Schedules } from "./constructs/schedules.ts";
import { ServiceFunction } from "./constructs/service-function.ts";
import { Uploads } from "./constructs/uploads.ts";
import { Watch } from "./constructs/watch.ts";
import { type FunctionName, functionNames, isFunctionName } from "./entries.ts";
import type { Environment } from "./environments.ts";

interface ServiceStackProps extends StackProps {
  readonly environment: Environment;
  readonly state: State;
  readonly codeOf: (name: FunctionName) => Code;
}

/** What can be thrown away and made anew: the functions, the door to them, and what sets them going. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { environment, state, codeOf, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const functions = Object.fromEntries(
      functionNames.map((name) => [
        name,
        new ServiceFunction(this, name, { code: codeOf(name), environment, state }).handler,
      ]),
    ) as Record<FunctionName, IFunction>;

    const gateway = new Gateway(this, "Gateway", { environment, ...this.#tokens(environment) });
    for (const endpoint of endpoints) {
      if (!isFunctionName(endpoint.id)) throw new Error(`no entry for the endpoint ${endpoint.id}`);
      gateway.serve(endpoint, functions[endpoint.id]);
    }
    gateway.serveTheRest(functions["refuse-unknown-route"]);

    new ChangeFeed(this, "ChangeFeed", {
      residents: state.tables.byName.residents,
      follower: functions["follow-changes"],
      failures: state.queues.feedFailures,
    });
    new ChangeFeed(this, "Reactions", {
      residents: state.tables.byName.residents,
      follower: functions["react-to-changes"],
      failures: state.queues.reactionFailures,
    });
    new Retries(this, "ReactionRetries", { queue: state.queues.reactions, retrier: functions["react-again"] });
    new Outbox(this, "Outbox", {
      messages: state.tables.byName.messages,
      offerer: functions["offer-messages"],
      failures: state.queues.outboxFailures,
    });
    new Uploads(this, "Uploads", { queue: state.queues.uploads, checker: functions["check-material"] });
    new Retries(this, "Retries", { queue: state.queues.retry, retrier: functions["retry-recomputation"] });
    const { machine } = new MassWork(this, "MassWork", { environment, steps: functions });
    const schedules = new Schedules(this, "Schedules", { machine, failures: state.queues.scheduleFailures });
    new DailyDuties(this, "DailyDuties", {
      group: schedules.group,
      functions,
      failures: state.queues.scheduleFailures,
    });
    const { bell } = new Watch(this, "Watch", {
      state,
      functions,
      api: gateway.api,
      machine,
      schedules: schedules.group,
    });

    new CfnOutput(this, "ApiEndpoint", { value: gateway.api.apiEndpoint });
    new CfnOutput(this, "RecomputationMachineArn", { value: machine.stateMachineArn });
    new CfnOutput(this, "AlarmTopicArn", { value: bell.topic.topicArn });
  }

  /** Whose tokens open the door; a deployment that has its own issuer names it without touching the code. */
  #tokens({ issuer, audience }: Environment) {
    const parameter = (id: string, description: string, value: string) =>
      new CfnParameter(this, id, { description, default: value }).valueAsString;
    return {
      issuer: parameter("TokenIssuer", "The OIDC issuer whose tokens are accepted", issuer),
      audience: parameter("TokenAudience", "For whom tokens must have been issued", audience),
    };
  }
}
