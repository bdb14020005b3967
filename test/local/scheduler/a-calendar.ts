import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openClock } from "#local/clock.ts";
import { schedulerOf } from "#local/scheduler/scheduler.ts";
import { type ScheduleDefinition, schedulesIn } from "#local/template/schedules.ts";
import { date } from "#shared/domain/calendar.ts";
import { oneResource } from "../template/one-resource.ts";

/** As the template's reader reads it. */
export const readSchedule = (id: string, ScheduleExpression: string, target: object = {}, properties: object = {}) =>
  schedulesIn(
    oneResource(id, {
      ScheduleExpression,
      ScheduleExpressionTimezone: "Asia/Shanghai",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: {
        Arn: "arn:aws:states:local:000000000000:stateMachine:mass-work",
        Input: `{"work":"${id}"}`,
        DeadLetterConfig: { Arn: "arn:aws:local:local:000000000000:ScheduleFailures" },
        ...target,
      },
      ...properties,
    }),
  );

export const night = readSchedule("night", "cron(30 0 * * ? *)");
export const rules = readSchedule("rules", "cron(0 2 * * ? *)");
export const sweep = readSchedule("sweep", "cron(0 3 ? * SUN *)");

/** A scheduler on a calendar that stands on a day. */
export const aCalendar = (
  today: string,
  schedules: readonly ScheduleDefinition[] = [...sweep, ...night, ...rules],
  failing = 0,
) => {
  const directory = mkdtempSync(join(tmpdir(), "calendar-"));
  const clock = openClock(join(directory, "clock.json"));
  clock.move({ today: date(today) });
  const started: string[] = [];
  const dead: string[] = [];
  let failures = failing;
  const scheduler = schedulerOf({
    schedules,
    clock,
    start: (_, input) => {
      failures -= 1;
      if (failures >= 0) throw new Error("not now");
      started.push(`${clock.today()} ${JSON.parse(input).work}`);
    },
    sendToQueue: (queue, body) => dead.push(`${queue}: ${body}`),
    log: () => {},
  });
  onTestFinished(() => {
    scheduler.close();
    rmSync(directory, { recursive: true });
  });
  return { clock, scheduler, started, dead };
};
