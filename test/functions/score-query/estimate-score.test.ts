import { describe, expect, test } from "vitest";
import { estimateScore } from "#functions/score-query/estimate-score.ts";
import { Estimate, estimateScoreEndpoint } from "#shared/contract/estimate-score.ts";
import { date } from "#shared/domain/calendar.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { resident } from "../../support/calls.ts";
import { provincialCases, provincialVariants } from "../../support/provincial-cases.ts";

const estimating = estimateScore(publishedStandards(), () => date("2024-06-30"));

const estimate = async (body: unknown) => {
  const call = { params: {}, query: {}, body: Estimate.parse(body), caller: resident("r-somebody") };
  const answer = await estimating(call);
  return estimateScoreEndpoint.answers[200].body.parse(answer.body);
};

describe("an estimate", () => {
  test.each(provincialCases())("scores $id as worked out", async ({ asOf, input, local, expected }) => {
    const answer = await estimate({ asOf, input, ...(local && { local }) });

    expect(answer).toMatchObject(expected);
    expect(answer.hypothetical).toBe(local ? true : undefined);
  });

  test.each(provincialVariants())("scores $id as worked out", async ({ asOf, input, local, readings, expected }) => {
    const answer = await estimate({ asOf, input, readings, ...(local && { local }) });

    expect(answer).toMatchObject({ ...expected, hypothetical: true });
  });

  test("is for today unless a day is given, and for the province alone unless an area is", async () => {
    const answer = await estimate({ input: { birthDate: "1990-05-17", permit: { status: "valid" } } });

    expect(answer).toMatchObject({ asOf: "2024-06-30", area: "330000", age: 20, effectiveTotal: 25 });
  });

  test("quotes the reading where another would give other points", async () => {
    const answer = await estimate({ input: { birthDate: "1969-06-30", permit: { status: "valid" } } });

    const [age] = answer.lines;
    expect(age?.readings).toMatchObject([
      { name: "ageRule", value: "day-after-birthday", otherwise: [{ value: "on-birthday", points: 5 }] },
    ]);
  });
});
