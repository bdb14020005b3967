import { expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { FeedDays } from "#shared/storage/feed-days.ts";
import { area } from "#test/support/people.ts";

/** What every place of feed days has to do. */
export const feedDaysCases = (make: () => Promise<FeedDays>): void => {
  test("nobody has been heard at first", async () => {
    expect(await (await make()).lastHeard(area("339901"))).toEqual({});
  });

  test("each department is known by its own day, at once", async () => {
    const days = await make();
    await days.heard(area("339901"), "education", date("2024-06-30"));
    await days.heard(area("339901"), "hrss", date("2024-06-01"));

    expect(await days.lastHeard(area("339901"))).toEqual({ education: "2024-06-30", hrss: "2024-06-01" });
  });

  test("the day only ever moves on", async () => {
    const days = await make();
    await days.heard(area("339901"), "education", date("2024-06-30"));
    await days.heard(area("339901"), "education", date("2024-06-29"));
    expect(await days.lastHeard(area("339901"))).toEqual({ education: "2024-06-30" });

    await days.heard(area("339901"), "education", date("2024-07-01"));

    expect(await days.lastHeard(area("339901"))).toEqual({ education: "2024-07-01" });
  });

  test("a batch for a city or the province speaks for its counties, and the latest day counts", async () => {
    const days = await make();
    await days.heard(area("330000"), "education", date("2024-06-03"));
    await days.heard(area("339900"), "education", date("2024-06-02"));
    await days.heard(area("339901"), "education", date("2024-06-01"));
    await days.heard(area("339900"), "hrss", date("2024-06-02"));

    expect(await days.lastHeard(area("339901"))).toEqual({ education: "2024-06-03", hrss: "2024-06-02" });
  });

  test("a batch for one county speaks for no other and not for the city", async () => {
    const days = await make();
    await days.heard(area("339901"), "education", date("2024-06-01"));

    expect([await days.lastHeard(area("339902")), await days.lastHeard(area("339900"))]).toEqual([{}, {}]);
  });
};
