import { Validations } from "aws-cdk-lib";
import { type IRole, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";

interface MassWorkRoleProps {
  readonly steps: readonly IFunction[];
}

/** What the state machine may: call its steps. The role that CDK would make may call any version of them too. */
export class MassWorkRole extends Construct {
  readonly role: IRole;

  constructor(scope: Construct, id: string, { steps }: MassWorkRoleProps) {
    super(scope, id);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("states.amazonaws.com") });
    role.addToPolicy(
      new PolicyStatement({
        actions: ["lambda:InvokeFunction"],
        resources: steps.map(({ functionArn }) => functionArn),
      }),
    );
    role.addToPolicy(new PolicyStatement({ actions: tracing, resources: ["*"] }));
    role.addToPolicy(new PolicyStatement({ actions: logDelivery, resources: ["*"] }));
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "Traces, and the delivery of a state machine's log, belong to no resource and can be granted on * only.",
    });
    this.role = role.withoutPolicyUpdates();
  }
}

const tracing = [
  "xray:PutTraceSegments",
  "xray:PutTelemetryRecords",
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
];

const logDelivery = [
  "logs:CreateLogDelivery",
  "logs:GetLogDelivery",
  "logs:UpdateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:DescribeResourcePolicies",
  "logs:DescribeLogGroups",
];
