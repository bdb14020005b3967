import { Cron } from "croner";
import { expect, test } from "vitest";
import { awsCron } from "#local/scheduler/aws-cron.ts";

test.for([
  ["cron(30 0 * * ? *)", "2027-01-01T16:30:00.000Z", "2027-01-02T16:30:00.000Z"],
  ["cron(0 3 ? * SUN *)", "2027-01-02T19:00:00.000Z", "2027-01-09T19:00:00.000Z"],
  ["cron(0 12 1 2,8 ? 2028-2030)", "2028-02-01T04:00:00.000Z", "2028-08-01T04:00:00.000Z"],
  ["cron(*/40 8 ? 1 SAT-SUN *)", "2027-01-02T00:00:00.000Z", "2027-01-02T00:40:00.000Z"],
] as const)("%s is due when AWS says", ([expression, ...due]) => {
  const { pattern, timeZone } = awsCron(expression, "Asia/Shanghai");
  const cron = new Cron(pattern, { timezone: timeZone, mode: "7-part" });

  expect(cron.nextRuns(2, new Date("2027-01-01T00:00:00Z")).map((at) => at.toISOString())).toEqual(due);
});

test.for([
  ["cron(0 3 ? * 1 *)", "the day of week 1 is not implemented"],
  ["cron(0 3 ? * SUN#2 *)", "the day of week SUN#2 is not implemented"],
  ["cron(0 3 ? * FRIL *)", "the day of week FRIL is not implemented"],
  ["cron(0 3 L * ? *)", "the day of month L is not implemented"],
  ["cron(5/10 3 * * ? *)", "the minute 5/10 is not implemented"],
  ["cron(0 3 * * * *)", "either the day of month or the day of week must be ?"],
  ["cron(0 3 ? * ? *)", "either the day of month or the day of week must be ?"],
  ["cron(0 3 * * ?)", "is not cron(…) of six fields"],
  ["rate(1 day)", "is not cron(…) of six fields"],
  ["at(2027-01-01T00:00:00)", "is not cron(…) of six fields"],
] as const)("%s is refused by name", ([expression, message]) => {
  expect(() => awsCron(expression, "Asia/Shanghai")).toThrow(`${expression}`);
  expect(() => awsCron(expression, "Asia/Shanghai")).toThrow(message);
});
