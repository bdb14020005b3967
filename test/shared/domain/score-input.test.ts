import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import { permitOn } from "#shared/domain/permit-timeline.ts";
import { permitOfInput, ScoreInput } from "#shared/domain/score-input.ts";

type Event = readonly [type: string, on: string, sequence?: number];

const permitOf = (status: string, ...events: readonly Event[]) => {
  const said = events.map(([type, on, sequence]) => ({ type, on, ...(sequence === undefined ? {} : { sequence }) }));
  return ScoreInput.parse({ permit: { status, events: said } }).permit;
};

const asOf = "2024-06-30";
const isAccepted = (status: string, ...events: readonly Event[]): boolean =>
  permitOfInput(permitOf(status, ...events), day(asOf)) !== undefined;

const standingOn = (on: string, status: string, ...events: readonly Event[]): string | undefined => {
  const timeline = permitOfInput(permitOf(status, ...events), day(asOf));
  return timeline && permitOn(timeline, day(on)).standing;
};

describe("the input of a score", () => {
  test("is all unknown when it is empty, and without a permit", () => {
    expect(ScoreInput.parse({})).toMatchObject({
      birthDate: null,
      education: null,
      skills: null,
      pension: null,
      residence: null,
      permit: { status: "none" },
      lastRecomputedOn: null,
    });
  });

  test("has no unknown keys, at any depth", () => {
    expect(ScoreInput.safeParse({ shoeSize: 43 }).success).toBe(false);
    expect(ScoreInput.safeParse({ permit: { status: "valid", colour: "blue" } }).success).toBe(false);
    expect(ScoreInput.safeParse({ residence: [{ from: "2024-01-01", province: "330000", flat: 3 }] }).success).toBe(
      false,
    );
  });
});

describe("permit events that agree with the status on the as-of day", () => {
  test.each<[string, ...Event[]]>([
    ["none"],
    ["valid"],
    ["suspended"],
    ["cancelled"],
    ["valid", ["issue", "2020-05-01"]],
    ["none", ["issue", "2024-07-01"]],
    ["valid", ["issue", "2024-06-30"]],
    ["suspended", ["issue", "2020-05-01"], ["suspend", "2024-06-30"]],
    ["valid", ["issue", "2020-05-01"], ["suspend", "2024-07-01"]],
    ["valid", ["issue", "2020-05-01"], ["suspend", "2024-05-01"], ["restore", "2024-06-01"]],
    ["valid", ["restore", "2024-06-01"]],
    ["suspended", ["restore", "2024-08-01"]],
    ["cancelled", ["cancel", "2024-06-01"]],
    ["valid", ["cancel", "2024-06-01"], ["issue", "2024-06-02"]],
    ["cancelled", ["issue", "2024-08-01"]],
    ["valid", ["issue", "2020-05-01"], ["convert", "2024-06-01"]],
    ["valid", ["issue", "2020-05-01"], ["move", "2024-06-01"], ["endorse", "2024-06-02"]],
    ["valid", ["suspend", "2024-06-01", 1], ["restore", "2024-06-01", 2]],
    ["suspended", ["suspend", "2024-06-01"], ["restore", "2024-06-01"]],
  ])("%s: %j %j %j", (status, ...events) => {
    expect(isAccepted(status, ...events)).toBe(true);
  });
});

describe("permit events that say otherwise", () => {
  test.each<[string, ...Event[]]>([
    ["valid", ["issue", "2020-05-01"], ["suspend", "2024-05-01"]],
    ["valid", ["suspend", "2024-05-01"]],
    ["valid", ["issue", "2020-05-01"], ["cancel", "2024-06-30"]],
    ["suspended", ["issue", "2020-05-01"]],
    ["suspended", ["suspend", "2024-05-01"], ["restore", "2024-06-30"]],
    ["cancelled", ["issue", "2020-05-01"], ["cancel", "2024-07-01"]],
    ["none", ["issue", "2020-05-01"]],
    ["none", ["suspend", "2024-05-01"]],
    ["valid", ["suspend", "2024-06-01"], ["restore", "2024-06-01"]],
  ])("than %s make no permit: %j %j", (status, ...events) => {
    expect(isAccepted(status, ...events)).toBe(false);
  });
});

describe("what a case leaves unsaid", () => {
  test("holds since always", () => {
    expect(standingOn("1900-01-01", "valid")).toBe("valid");
    expect(standingOn("1900-01-01", "cancelled")).toBe("cancelled");
    expect(standingOn("2024-04-30", "suspended", ["suspend", "2024-05-01"])).toBe("valid");
    expect(standingOn("2024-05-31", "valid", ["restore", "2024-06-01"])).toBe("suspended");
  });

  test("is not since a day that nobody knows", () => {
    const timeline = permitOfInput(permitOf("suspended"), day(asOf));

    expect(timeline && permitOn(timeline, day(asOf))).toMatchObject({ since: Number.MIN_SAFE_INTEGER });
  });

  test("is no county", () => {
    const timeline = permitOfInput(permitOf("valid", ["issue", "2020-05-01"]), day(asOf));

    expect(timeline && permitOn(timeline, day(asOf))).toMatchObject({ area: undefined });
  });
});
