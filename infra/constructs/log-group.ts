import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Environment } from "../environments.ts";

/** A log that is kept as long as the environment says, and no longer than its stack where nothing is. */
export const logGroup = (scope: Construct, id: string, { logRetention, keepsData }: Environment): LogGroup =>
  new LogGroup(scope, id, {
    retention: RetentionDays[logRetention],
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
