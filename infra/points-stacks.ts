import type { App } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { DataStack } from "./data-stack.ts";
import type { FunctionName } from "./entries.ts";
import type { Environment } from "./environments.ts";
import { ServiceStack } from "./service-stack.ts";

interface PointsProps {
  readonly environment: Environment;
  readonly codeOf: (name: FunctionName) => Code;
  /** Without one the templates fit any account. */
  readonly account?: string | undefined;
}

interface PointsStacks {
  readonly data: DataStack;
  readonly service: ServiceStack;
}

/** The whole service as it stands in one environment. */
export const pointsStacks = (app: App, { environment, codeOf, account }: PointsProps): PointsStacks => {
  const common = {
    environment,
    env: { region: environment.region, ...(account && { account }) },
    tags: { service: "new-resident-points", environment: environment.name },
  };
  const stackName = (part: string) => `new-resident-points-${environment.name}-${part}`;
  const data = new DataStack(app, "Data", { ...common, stackName: stackName("data") });
  const service = new ServiceStack(app, "Service", { ...common, state: data, codeOf, stackName: stackName("service") });
  return { data, service };
};
