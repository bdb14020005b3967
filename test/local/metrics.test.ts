import { expect, test } from "vitest";
import { collectMetrics } from "#local/metrics.ts";

const line = (values: object, Namespace = "NewResidentPoints", Timestamp = Date.parse("2027-01-01T00:00:00Z")) =>
  JSON.stringify({
    _aws: {
      Timestamp,
      CloudWatchMetrics: [
        { Namespace, Dimensions: [["service"]], Metrics: Object.keys(values).map((Name) => ({ Name, Unit: "Count" })) },
      ],
    },
    service: "new-resident-points",
    ...values,
  });

test("the figures in what functions print are kept: the last, how many, and their sum", () => {
  const metrics = collectMetrics();

  metrics.take(line({ NightDue: 3, NightSeconds: 2 }));
  metrics.take(line({ NightDue: [4, 5] }, undefined, Date.parse("2027-01-02T00:00:00Z")));

  expect(metrics.values()).toEqual({
    NightDue: { last: 5, count: 3, sum: 12, at: "2027-01-02T00:00:00.000Z" },
    NightSeconds: { last: 2, count: 1, sum: 2, at: "2027-01-01T00:00:00.000Z" },
  });
});

test.for([
  ["a line of the log", '{"level":"INFO","message":"score-recomputed"}'],
  ["another's metric", line({ NightDue: 3 }, "Other")],
  ["half a line", line({ NightDue: 3 }).slice(0, -2)],
  ["no figure", line({ NightDue: "3" })],
  ["words", "NewResidentPoints"],
] as const)("%s is nothing to it", ([, printed]) => {
  const metrics = collectMetrics();

  metrics.take(printed);

  expect(metrics.values()).toEqual({});
});
