import { describe, expect, test } from "vitest";
import type { PermitEvent } from "#shared/domain/permit-event.ts";
import { arrived, permitEvent, standingOn, verdictsOn } from "#test/support/permit-events.ts";

const issue = permitEvent("issue", "2024-01-10");
const suspend = permitEvent("suspend", "2024-03-01");
const restore = permitEvent("restore", "2024-05-01");
const cancel = permitEvent("cancel", "2024-07-01");

const verdictOf = (one: PermitEvent, ...others: readonly PermitEvent[]): string | undefined =>
  verdictsOn(arrived(...others, one))[one.eventId];

describe("an event takes part", () => {
  test.each([
    ["an issue", issue, []],
    ["a suspension of a valid permit", suspend, [issue]],
    ["a second suspension", permitEvent("suspend", "2024-04-01"), [issue, suspend]],
    ["a restoration after a suspension", restore, [issue, suspend]],
    ["a cancellation of a valid permit", cancel, [issue]],
    ["a cancellation of a suspended permit", cancel, [issue, suspend]],
    ["a move", permitEvent("move", "2024-02-01"), [issue]],
    ["a move while suspended", permitEvent("move", "2024-04-01"), [issue, suspend]],
    ["an endorsement", permitEvent("endorse", "2024-02-01"), [issue]],
    ["a conversion", permitEvent("convert", "2024-02-01"), [issue]],
    ["an event on the day of issue", permitEvent("suspend", "2024-01-10"), [issue]],
    ["a second issue of the same permit, which says nothing new", permitEvent("issue", "2024-04-01"), [issue, suspend]],
  ])("%s", (_, event, before) => {
    expect(verdictOf(event, ...before)).toBe("takes part");
  });
});

describe("an event waits", () => {
  test.each([
    ["a restoration that overtook its suspension", restore, [issue], "suspend"],
    ["a suspension of a permit not yet known", suspend, [], "issue"],
    ["a conversion of a permit not yet known", permitEvent("convert", "2024-02-01"), [], "issue"],
    [
      "a restoration on the day before its suspension",
      permitEvent("restore", "2024-02-29"),
      [issue, suspend],
      "suspend",
    ],
  ])("%s", (_, event, others, waitsFor) => {
    expect(verdictOf(event, ...others)).toBe(`waits for ${waitsFor}`);
  });

  test("and takes part once what it waits for has arrived", () => {
    expect(verdictsOn(arrived(issue, restore, suspend))[restore.eventId]).toBe("takes part");
    expect(verdictsOn(arrived(suspend, issue))[suspend.eventId]).toBe("takes part");
  });
});

describe("an event is never lawful", () => {
  test.each([
    ["before the issue", permitEvent("suspend", "2024-01-09"), [issue], "before-issue"],
    ["after the cancellation", permitEvent("suspend", "2024-07-02"), [issue, cancel], "after-cancel"],
    [
      "after the cancellation, a restoration too",
      permitEvent("restore", "2024-07-02"),
      [issue, cancel],
      "after-cancel",
    ],
    ["after the cancellation, another issue too", permitEvent("issue", "2024-07-02"), [issue, cancel], "after-cancel"],
    [
      "after the conversion of its permit",
      permitEvent("suspend", "2024-07-02"),
      [issue, permitEvent("convert", "2024-07-01")],
      "after-cancel",
    ],
    [
      "after the cancellation on the same day, by sequence",
      permitEvent("suspend", "2024-07-01", { sequence: 2 }),
      [issue, permitEvent("cancel", "2024-07-01", { sequence: 1 })],
      "after-cancel",
    ],
    [
      "as a conversion into a permit already cancelled",
      permitEvent("convert", "2024-07-01"),
      [
        issue,
        permitEvent("issue", "2024-02-01", { permitId: "permit-2" }),
        permitEvent("cancel", "2024-03-01", { permitId: "permit-2" }),
      ],
      "after-cancel",
    ],
  ])("%s", (_, event, others, because) => {
    expect(verdictOf(event, ...others)).toBe(`never lawful ${because}`);
  });

  test("even when it arrived first", () => {
    const late = permitEvent("suspend", "2024-07-02");

    expect(verdictsOn(arrived(late, cancel, issue))[late.eventId]).toBe("never lawful after-cancel");
  });
});

describe("on one day", () => {
  const onThatDay = (type: "suspend" | "restore" | "cancel", sequence?: number) =>
    permitEvent(type, "2024-06-01", sequence === undefined ? {} : { sequence });
  const standing = (...events: readonly PermitEvent[]) => standingOn(arrived(issue, ...events), "2024-06-01");

  test("the sequence decides", () => {
    expect(standing(onThatDay("suspend", 1), onThatDay("restore", 2))).toBe("valid");
    expect(standing(onThatDay("restore", 2), onThatDay("suspend", 1))).toBe("valid");
    expect(standing(suspend, onThatDay("restore", 1), onThatDay("suspend", 2))).toBe("suspended");
  });

  test("without a sequence the more restrictive comes last", () => {
    expect(standing(suspend, onThatDay("restore"), onThatDay("suspend"))).toBe("suspended");
    expect(standing(suspend, onThatDay("suspend"), onThatDay("restore"))).toBe("suspended");
    expect(standing(suspend, onThatDay("cancel"), onThatDay("restore"))).toBe("cancelled");
  });

  test("one event without a sequence is enough for that", () => {
    expect(standing(suspend, onThatDay("restore", 2), onThatDay("suspend"))).toBe("suspended");
  });

  test("the issue comes first whatever its sequence", () => {
    const later = permitEvent("issue", "2024-06-01", { permitId: "permit-9", sequence: 5 });
    const sooner = permitEvent("suspend", "2024-06-01", { permitId: "permit-9", sequence: 1 });

    expect(verdictsOn(arrived(sooner, later))[sooner.eventId]).toBe("takes part");
  });
});

describe("conversions", () => {
  const from = (number: number, on: string, to = number + 1) =>
    permitEvent("convert", on, { permitId: `permit-${number}`, newPermitId: `permit-${to}` });

  test("issue one permit after the other, on one day too", () => {
    const events = arrived(from(3, "2024-03-01"), from(2, "2024-03-01"), from(1, "2024-03-01"), issue);

    expect(new Set(Object.values(verdictsOn(events)))).toEqual(new Set(["takes part"]));
    expect(standingOn(events, "2024-03-01")).toBe("valid");
    expect(standingOn(events, "2024-02-29")).toBe("valid");
  });

  test("don't issue a permit when the old one had been cancelled", () => {
    const events = arrived(issue, permitEvent("cancel", "2024-02-01"), from(1, "2024-03-01"));

    expect(standingOn(events, "2024-03-01")).toBe("cancelled");
  });

  test("that come back to a permit already cancelled do nothing, and the last permit stays", () => {
    const events = arrived(from(2, "2024-04-01", 1), from(1, "2024-03-01"), issue);

    expect(verdictsOn(events)[from(2, "2024-04-01", 1).eventId]).toBe("never lawful after-cancel");
    expect(standingOn(events, "2024-04-01")).toBe("valid");
  });

  test("in a ring on one day that nobody issued wait for an issue", () => {
    const events = arrived(from(1, "2024-03-01"), from(2, "2024-03-01", 1));

    expect(new Set(Object.values(verdictsOn(events)))).toEqual(new Set(["waits for issue"]));
    expect(standingOn(events, "2024-03-01")).toBe("none");
  });
});
