import { App, type CfnElement } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import type { IConstruct } from "constructs";
import { functionNames } from "#infra/entries.ts";
import { type EnvironmentName, environments } from "#infra/environments.ts";
import { pointsStacks } from "#infra/points-stacks.ts";
import { tableNames } from "#shared/storage/tables.ts";
import cdk from "../../cdk.json" with { type: "json" };

interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
  readonly Properties: unknown;
}

interface TemplateJson {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

/** A resource as it would be deployed, called by its name in the service where it has one. */
export interface DeployedResource<Properties> {
  readonly name: string;
  readonly deletionPolicy: string | undefined;
  readonly dependsOn: readonly string[];
  readonly properties: Properties;
}

export const environmentNames = Object.keys(environments) as readonly EnvironmentName[];

/** The stacks of one environment, with a line of code in place of the bundles. */
export const stacksOf = (environment: EnvironmentName) => {
  const app = new App({ context: cdk.context });
  const makeCode = () => Code.fromInline("// nothing");
  return { app, ...pointsStacks(app, { environment: environments[environment], makeCode }) };
};

// CloudFormation's rules take seconds to load; `npm run synth` holds the templates to them
process.env.CDK_VALIDATION = "false";

/** What would be deployed in one environment, to be read for its meaning. */
export const deployed = (environment: EnvironmentName) => {
  const { data, service, others, front } = stacksOf(environment);
  const ofFunctions = [service, ...others];
  const templates = [data, ...ofFunctions, front].map((stack) => Template.fromStack(stack).toJSON() as TemplateJson);
  const exported = templates.flatMap(({ Outputs = {} }) => Object.values(Outputs));
  const logicalId = (construct: IConstruct) => data.getLogicalId(construct.node.defaultChild as CfnElement);
  const massWork = service.node.findChild("MassWork").node;
  const functions = ofFunctions.flatMap((stack) =>
    functionNames.flatMap((name) => stack.node.tryFindChild(name) ?? []),
  );
  const nameById = new Map([
    ...tableNames.map((name) => [logicalId(data.tables.byName[name]), name] as const),
    ...functions.map(({ node }) => [logicalId(node.findChild("Function")), node.id] as const),
    ...functions.map(({ node }) => [logicalId(node.findChild("Role")), node.id] as const),
    [logicalId(massWork.findChild("Recomputation")), "mass work"] as const,
    // of every stack that has some
    [logicalId(service.node.findChild("DailyDuties").node.findChild("Role")), "daily duties"] as const,
    [logicalId(massWork.findChild("MayCall").node.findChild("Role")), "mass work"] as const,
    [logicalId(data.identityKeys.atRest), "key at rest"] as const,
    [logicalId(data.identityKeys.sealing), "sealing key"] as const,
    [logicalId(data.identityKeys.lookupSecret), "lookup secret"] as const,
    [logicalId(data.certificateSecret), "certificate secret"] as const,
    [logicalId(data.evidence.key), "evidence key"] as const,
  ]);

  /** What a value refers to, across the stacks; a plain text is itself. */
  const target = (value: unknown): string => {
    if (typeof value === "string") return value;
    const { Ref, "Fn::GetAtt": attribute, "Fn::ImportValue": imported, "Fn::Join": joined } = value as Reference;
    if (imported) return target(exported.find(({ Export }) => Export?.Name === imported)?.Value);
    if (joined) return joined[1].map(target).join(joined[0]);
    const id = Ref ?? attribute?.[0] ?? JSON.stringify(value);
    const name = nameById.get(id) ?? id;
    return attribute?.[1] === "StreamArn" ? `stream of ${name}` : name;
  };

  return {
    text: JSON.stringify(templates),
    parameters: Object.assign({}, ...templates.map(({ Parameters = {} }) => Parameters)) as TemplateJson["Parameters"],
    outputs: Object.assign({}, ...templates.map(({ Outputs = {} }) => Outputs)) as TemplateJson["Outputs"],
    target,
    all: <Properties>(type: string): readonly DeployedResource<Properties>[] =>
      templates.flatMap(({ Resources }) =>
        Object.entries(Resources)
          .filter(([, { Type }]) => Type === type)
          .map(([id, { DeletionPolicy, DependsOn = [], Properties }]) => ({
            name: nameById.get(id) ?? id,
            deletionPolicy: DeletionPolicy,
            dependsOn: DependsOn,
            properties: Properties as Properties,
          })),
      ),
  };
};

export type Deployed = ReturnType<typeof deployed>;

interface Reference {
  readonly Ref?: string;
  readonly "Fn::GetAtt"?: readonly [string, string];
  readonly "Fn::ImportValue"?: string;
  readonly "Fn::Join"?: readonly [separator: string, parts: readonly unknown[]];
}
