import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { System } from "../system.ts";

/** How the system stands: `GET /local/status`. */
export const statusOf = async ({ url, startedAt, data, wiring, clock, functions, database }: System) => ({
  listening: url,
  startedAt,
  calendarDay: clock.today(),
  calendarMovedByDays: clock.movedByDays(),
  database: data.database ?? "in memory",
  tables: await Promise.all(wiring.tables.map(async ({ name }) => ({ name, ...(await itemsIn(database, name)) }))),
  functions: [...functions].map(([name, pool]) => ({ name, ...pool.counts() })),
  routes: wiring.api.routes.map(({ key, functionName, authorizer }) => ({
    route: key,
    function: functionName,
    needsToken: authorizer !== undefined,
  })),
  throttle: wiring.api.throttle,
});

/** Counts the first megabyte of a table only, so that asking costs the same however much it holds. */
const itemsIn = async (database: DynamoDBClient, TableName: string) => {
  const count = new ScanCommand({ TableName, Select: "COUNT", ConsistentRead: true });
  const { Count = 0, LastEvaluatedKey } = await database.send(count);
  return { items: Count, andMore: LastEvaluatedKey !== undefined };
};
