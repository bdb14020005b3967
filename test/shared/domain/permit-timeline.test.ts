import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import type { PermitEvent } from "#shared/domain/permit-event.ts";
import { type PermitState, permitOn, permitTimeline } from "#shared/domain/permit-timeline.ts";
import { arrived, permitEvent, standingOn } from "#test/support/permit-events.ts";

const issue = permitEvent("issue", "2024-01-10", { endorsementDueOn: "2025-01-10" });

const stateOn = (on: string, ...events: readonly PermitEvent[]): PermitState =>
  permitOn(permitTimeline(arrived(...events)), day(on));

describe("a permit", () => {
  test("is none before its issue, and valid from that day on", () => {
    expect(stateOn("2024-01-09", issue)).toMatchObject({ standing: "none" });
    expect(stateOn("2024-01-10", issue)).toMatchObject({ standing: "valid", permitId: "permit-1", area: "339901" });
    expect(stateOn("2099-12-31", issue)).toMatchObject({ standing: "valid" });
  });

  test("is suspended, restored and cancelled each from its effective day on", () => {
    const events = arrived(
      issue,
      permitEvent("suspend", "2024-03-01"),
      permitEvent("restore", "2024-05-01"),
      permitEvent("cancel", "2024-07-01"),
    );

    const days = ["2024-02-29", "2024-03-01", "2024-04-30", "2024-05-01", "2024-06-30", "2024-07-01", "2030-01-01"];

    expect(days.map((on) => standingOn(events, on))).toEqual([
      "valid",
      "suspended",
      "suspended",
      "valid",
      "valid",
      "cancelled",
      "cancelled",
    ]);
  });

  test("says since when it stands as it does, a second suspension or an endorsement notwithstanding", () => {
    const suspended = [issue, permitEvent("suspend", "2024-03-01"), permitEvent("suspend", "2024-04-01")];
    const endorsed = permitEvent("endorse", "2024-05-01");

    expect(stateOn("2024-06-01", ...suspended, endorsed)).toMatchObject({
      standing: "suspended",
      since: day("2024-03-01"),
    });
  });

  test("moves to another county and keeps its standing", () => {
    const move = permitEvent("move", "2024-04-01", { area: "339902" });

    expect(stateOn("2024-03-31", issue, move)).toMatchObject({ area: "339901" });
    expect(stateOn("2024-04-01", issue, move)).toMatchObject({ area: "339902", standing: "valid" });
    expect(stateOn("2024-04-01", issue, permitEvent("suspend", "2024-03-01"), move)).toMatchObject({
      area: "339902",
      standing: "suspended",
    });
  });

  test("stays valid when an endorsement falls due, and shows the next due day once endorsed", () => {
    const endorsed = permitEvent("endorse", "2025-02-01", { endorsementDueOn: "2026-01-10" });

    expect(stateOn("2025-01-31", issue, endorsed)).toMatchObject({
      standing: "valid",
      endorsementDueOn: day("2025-01-10"),
    });
    expect(stateOn("2025-02-01", issue, endorsed)).toMatchObject({ endorsementDueOn: day("2026-01-10") });
  });

  test("is converted without a void day between", () => {
    const converted = [issue, permitEvent("convert", "2024-04-01", { area: "339902", newPermitId: "permit-2" })];

    expect(stateOn("2024-03-31", ...converted)).toMatchObject({ permitId: "permit-1", standing: "valid" });
    expect(stateOn("2024-04-01", ...converted)).toMatchObject({
      permitId: "permit-2",
      standing: "valid",
      area: "339902",
      restored: undefined,
    });
  });
});

describe("of two permits", () => {
  const second = { permitId: "permit-2" };

  test("a new one after a cancellation is in force at once", () => {
    const events = arrived(issue, permitEvent("cancel", "2024-04-01"), permitEvent("issue", "2024-04-01", second));

    expect(standingOn(events, "2024-04-01")).toBe("valid");
  });

  test("the one issued last counts, valid or suspended", () => {
    const both = [issue, permitEvent("issue", "2024-04-01", second)];

    expect(stateOn("2024-04-01", ...both)).toMatchObject({ permitId: "permit-2" });
    expect(stateOn("2024-05-01", ...both, permitEvent("suspend", "2024-05-01", second))).toMatchObject({
      permitId: "permit-2",
      standing: "suspended",
    });
  });

  test("the other counts again once the one issued last is cancelled", () => {
    const both = [issue, permitEvent("issue", "2024-04-01", second), permitEvent("cancel", "2024-05-01", second)];

    expect(stateOn("2024-05-01", ...both)).toMatchObject({ permitId: "permit-1", standing: "valid" });
  });

  test("the one cancelled last is shown when both are", () => {
    const both = [
      issue,
      permitEvent("issue", "2024-04-01", second),
      permitEvent("cancel", "2024-05-01", second),
      permitEvent("cancel", "2024-06-01"),
    ];

    expect(stateOn("2024-06-01", ...both)).toMatchObject({ permitId: "permit-1", standing: "cancelled" });
  });
});

describe("a restored permit", () => {
  const suspend = permitEvent("suspend", "2024-03-01");
  const restore = permitEvent("restore", "2024-05-01");
  const restoration = (...events: readonly PermitEvent[]) => {
    const state = stateOn("2024-06-01", ...events);
    return state.standing === "none" ? undefined : state.restored;
  };

  test("says on which day, and in which dossier version the restoration came", () => {
    expect(restoration(issue, suspend, restore)).toEqual({ on: day("2024-05-01"), version: 4 });
  });

  test("counts from the version in which its suspension came, when that came later", () => {
    expect(restoration(issue, restore, suspend)).toEqual({ on: day("2024-05-01"), version: 4 });
  });

  test("counts from the version in which its issue came, when that came last", () => {
    expect(restoration(suspend, restore, issue)).toEqual({ on: day("2024-05-01"), version: 4 });
  });

  test("is not pending anew when a later report tells of the same suspension", () => {
    const again = permitEvent("suspend", "2024-03-15");

    expect(restoration(issue, suspend, restore, again)).toEqual({ on: day("2024-05-01"), version: 4 });
    expect(restoration(issue, again, restore, suspend)).toEqual({ on: day("2024-05-01"), version: 4 });
  });

  test("keeps its last restoration when moved", () => {
    const moved = permitEvent("move", "2024-05-15");

    expect(restoration(issue, suspend, restore, moved)).toEqual({ on: day("2024-05-01"), version: 4 });
  });

  test("is over with the permit: one issued by conversion is in force at once, whatever the old one stood at", () => {
    const convert = permitEvent("convert", "2024-05-20");

    expect(stateOn("2024-06-01", issue, suspend, convert)).toMatchObject({ standing: "valid", restored: undefined });
    expect(restoration(issue, suspend, restore, convert)).toBeUndefined();
  });
});
