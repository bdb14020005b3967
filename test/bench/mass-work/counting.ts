import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** How often each table was asked what: `GetItem scores`, `Query scores.due`. */
export type Calls = Readonly<Record<string, number>>;

/** Counts what the client asks, once for each call, whatever the network makes of it. */
export const countedCalls = (client: DynamoDBClient): (() => Calls) => {
  const calls: Record<string, number> = {};
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        const input = args.input as Asked;
        const index = input.IndexName === undefined ? "" : `.${input.IndexName}`;
        const tables = input.TableName === undefined ? tablesOf(input) : `${input.TableName}${index}`;
        const name = `${commandName.replace("Command", "")} ${tables}`;
        calls[name] = (calls[name] ?? 0) + 1;
        return next(args);
      },
    { step: "initialize" },
  );
  return () => ({ ...calls });
};

interface Asked {
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly TransactItems?: readonly { readonly Put?: { readonly TableName?: string } }[];
}

const tablesOf = ({ TransactItems = [], RequestItems = {} }: Asked): string =>
  [...Object.keys(RequestItems), ...TransactItems.map(({ Put }) => Put?.TableName)].join("+");
