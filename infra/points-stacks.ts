import type { App } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { endpoints } from "#shared/contract/endpoints.ts";
import { DataStack } from "./data-stack.ts";
import { DutyStack } from "./duty-stack.ts";
import { isFunctionName } from "./entries.ts";
import type { Environment } from "./environments.ts";
import { FrontStack } from "./front-stack.ts";
import { functionsIn } from "./functions-in.ts";
import { ServiceStack } from "./service-stack.ts";

interface PointsProps {
  readonly environment: Environment;
  /** Of all functions, anew for each stack. */
  readonly makeCode: () => Code;
  /** Without one the templates fit any account. */
  readonly account?: string | undefined;
}

interface PointsStacks {
  readonly data: DataStack;
  readonly service: ServiceStack;
  /** Of further duties, those that have functions. */
  readonly others: readonly DutyStack[];
  readonly front: FrontStack;
}

/** The whole service as it stands in one environment. Each stack rests only on those before it. */
export const pointsStacks = (app: App, { environment, makeCode, account }: PointsProps): PointsStacks => {
  const unserved = endpoints.find(({ id }) => !isFunctionName(id));
  if (unserved) throw new Error(`no entry for the endpoint ${unserved.id}`);
  const common = (part: string) => ({
    environment,
    env: { region: environment.region, ...(account && { account }) },
    stackName: `new-resident-points-${environment.name}-${part}`,
    tags: { service: "new-resident-points", environment: environment.name },
  });
  const data = new DataStack(app, "Data", common("data"));
  const service = new ServiceStack(app, "Service", { ...common("service"), state: data, makeCode });
  const others = furtherStacks
    // CloudFormation makes no stack without a resource
    .filter(({ id }) => functionsIn(id).length > 0)
    .map(({ id, part }) => new DutyStack(app, id, { ...common(part), state: data, makeCode, service }));
  const front = new FrontStack(app, "Front", { ...common("front"), state: data, service, others });
  return { data, service, others, front };
};

const furtherStacks = [
  { id: "Procedure", part: "procedure" },
  { id: "PublicServices", part: "public-services" },
  { id: "Settlement", part: "settlement" },
] as const;
