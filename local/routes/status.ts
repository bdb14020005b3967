import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { System } from "../system.ts";
import { calendarOf } from "./calendar.ts";
import { hasNothingToDo } from "./is-quiet.ts";
import { lagOf } from "./lag.ts";

/** How the system stands: `GET /local/status`. */
export const statusOf = async (system: System) => {
  const { url, startedAt, data, wiring, functions, database, endpoints, queues, pump, executions, scheduler } = system;
  const [stream, ages, metrics] = [await pump.status(), queues.ages(), system.metrics.values()];
  const { today, movedByDays } = calendarOf(system);
  return {
    listening: url,
    startedAt,
    quiet: stream.idle && hasNothingToDo(system),
    lag: lagOf({ wiring, stream, ages, metrics, now: Date.now() }),
    calendarDay: today,
    calendarMovedByDays: movedByDays,
    database: data.database ?? "in memory",
    endpoints,
    tables: await Promise.all(wiring.tables.map(async ({ name }) => ({ name, ...(await itemsIn(database, name)) }))),
    functions: [...functions].map(([name, pool]) => ({ name, ...pool.counts() })),
    stream,
    queues: wiring.queues.map(({ name }) => ({
      name,
      deadLettersOf: wiring.queues.flatMap((each) => (each.redrive?.deadLetterQueue === name ? [each.name] : [])),
      ...ages[name],
    })),
    buckets: Object.entries(system.objects.counts()).map(([name, counts]) => ({ name, ...counts })),
    messages: system.sender?.sent() ?? [],
    executions: executions.recent(20).map(({ input: _, output: __, startedAt, stoppedAt, ...execution }) => ({
      ...execution,
      startedAt: new Date(startedAt).toISOString(),
      seconds: ((stoppedAt ?? Date.now()) - startedAt) / 1000,
    })),
    schedules: scheduler.next(),
    metrics,
    routes: wiring.api.routes.map(({ key, functionName, authorizer }) => ({
      route: key,
      function: functionName,
      needsToken: authorizer !== undefined,
    })),
    throttle: wiring.api.throttle,
  };
};

/** Counts the first megabyte of a table only, so that asking costs the same however much it holds. */
const itemsIn = async (database: DynamoDBClient, TableName: string) => {
  const count = new ScanCommand({ TableName, Select: "COUNT", ConsistentRead: true });
  const { Count = 0, LastEvaluatedKey } = await database.send(count);
  return { items: Count, andMore: LastEvaluatedKey !== undefined };
};
