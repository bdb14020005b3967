import type { Stack } from "./assembly.ts";

/** Replaces CloudFormation's intrinsic functions by their values. */
export type Resolve = (value: unknown) => unknown;

/**
 * Resolves values of one stack. A resource is called by its logical id, and its ARN ends in it; that of a table's stream
 * names the table.
 * @throws Error that names whatever isn't implemented or can't be found
 */
export const resolverOf = (stack: Stack, stacks: readonly Stack[]): Resolve => {
  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const [[name, argument] = []] = entries;
    if (entries.length === 1 && name !== undefined && (name === "Ref" || name.startsWith("Fn::"))) {
      return called(name, argument);
    }
    return Object.fromEntries(
      entries.map(([key, part]) => [key, resolve(part)]).filter(([, part]) => part !== undefined),
    );
  };

  const called = (name: string, argument: unknown): unknown => {
    switch (name) {
      case "Ref":
        return refer(String(argument));
      case "Fn::GetAtt":
        return attribute(...((Array.isArray(argument) ? argument : String(argument).split(".")) as [string, string]));
      case "Fn::Join": {
        const [separator, parts] = argument as [string, unknown];
        return (resolve(parts) as readonly unknown[]).join(separator);
      }
      case "Fn::Sub": {
        const [text, given] = (Array.isArray(argument) ? argument : [argument, {}]) as [
          string,
          Record<string, unknown>,
        ];
        return text.replaceAll(/\$\{([^!}][^}]*)\}/g, (_, id: string) => String(substituted(id, given)));
      }
      case "Fn::ImportValue":
        return imported(String(resolve(argument)));
      default:
        throw new Error(`${stack.name}: the one-machine system doesn't implement ${name}`);
    }
  };

  const substituted = (id: string, given: Readonly<Record<string, unknown>>): unknown => {
    if (Object.hasOwn(given, id)) return resolve(given[id]);
    return id.includes(".") ? called("Fn::GetAtt", id) : refer(id);
  };

  const refer = (id: string): unknown => {
    if (Object.hasOwn(pseudoParameters, id)) return pseudoParameters[id];
    if (Object.hasOwn(stack.parameters, id)) return stack.parameters[id];
    if (stack.resources.some(({ logicalId }) => logicalId === id)) return id;
    throw new Error(`${stack.name}: Ref names ${id}, which is no resource and no parameter with a default`);
  };

  const attribute = (id: string, name: string): string => {
    if (name === "Arn") return `arn:aws:local:${region}:${accountId}:${String(refer(id))}`;
    if (name === "StreamArn") return `arn:aws:dynamodb:${region}:${accountId}:table/${refer(id)}/stream/template`;
    throw new Error(`${stack.name}: the one-machine system doesn't know the attribute ${id}.${name}`);
  };

  const imported = (name: string): unknown => {
    const from = stacks.find(({ exports }) => Object.hasOwn(exports, name));
    if (!from) throw new Error(`${stack.name}: no stack exports ${name}`);
    return resolverOf(from, stacks)(from.exports[name]);
  };

  return resolve;
};

export const accountId = "000000000000";
export const region = "local";

const pseudoParameters: Readonly<Record<string, string | undefined>> = {
  "AWS::AccountId": accountId,
  "AWS::NoValue": undefined,
  "AWS::Partition": "aws",
  "AWS::Region": region,
  "AWS::URLSuffix": "amazonaws.com",
};
