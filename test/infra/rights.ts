import { functionNames, isFunctionName } from "#infra/entries.ts";
import type { Deployed } from "./deployed.ts";

export interface Policy {
  readonly Roles: readonly unknown[];
  readonly PolicyDocument: {
    readonly Statement: readonly {
      readonly Effect: string;
      readonly Action: string | readonly string[];
      readonly Resource: unknown;
    }[];
  };
}

/** `dynamodb:GetItem on residents`, one for each action and resource. */
export const allowedTo = (service: Deployed, name: string): string[] =>
  service
    .all<Policy>("AWS::IAM::Policy")
    .filter(({ properties }) => properties.Roles.some((role) => service.target(role) === name))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${action} on ${service.target(resource)}`)),
    );

/** Which function has rights of a kind, and which. */
export const rightsOf = (service: Deployed, kind: RegExp): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    functionNames
      .map((name) => [name, allowedTo(service, name).filter((right) => kind.test(right))] as const)
      .filter(([, rights]) => rights.length > 0),
  );

export const othersWithRights = (service: Deployed): readonly string[] =>
  service
    .all<Policy>("AWS::IAM::Policy")
    .flatMap(({ properties }) => properties.Roles.map(service.target))
    .filter((name) => name !== "mass work" && !isFunctionName(name));

export const variablesOf = (service: Deployed, name: string): Readonly<Record<string, unknown>> => {
  const [found] = service
    .all<{ readonly Environment: { readonly Variables: Record<string, unknown> } }>("AWS::Lambda::Function")
    .filter((deployedFunction) => deployedFunction.name === name);
  return found?.properties.Environment.Variables ?? {};
};
