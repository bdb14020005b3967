import { describe, expect, test } from "vitest";
import { countReviews } from "#functions/review-submission/count-reviews.ts";
import { listReviewQueue } from "#functions/review-submission/list-review-queue.ts";
import { applyStep } from "#shared/domain/apply-step.ts";
import { date } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { Term } from "#shared/domain/review.ts";
import { aReview, reviewId, submission, theResident } from "#test/support/a-review.ts";
import { auditor, verifier } from "#test/support/calls.ts";
import { memoryLetters } from "#test/support/memory-letters.ts";
import { memoryMessages } from "#test/support/memory-messages.ts";
import { memoryResidents } from "#test/support/memory-residents.ts";
import { memoryReviews } from "#test/support/memory-reviews.ts";
import { area, residentId } from "#test/support/people.ts";

const today = () => date("2024-07-10");

/** Reviews of so many people, each waiting for a department in a county until a day. */
const waiting = async () => {
  const reviews = memoryReviews({
    residents: memoryResidents(),
    messages: memoryMessages(),
    letters: memoryLetters(),
  });
  const rows: readonly (readonly [Department, string, string, boolean])[] = [
    ["hrss", "339901", "2024-07-12", false],
    ["hrss", "339901", "2024-07-09", false],
    ["hrss", "339902", "2024-07-08", true],
    ["education", "339901", "2024-07-10", false],
    ["hrss", "339801", "2024-07-01", false],
  ];
  for (const [at, [department, county, dueOn, provisional]] of rows.entries()) {
    const number = at + 1;
    const term: Term = { startedOn: date("2024-07-01"), workingDays: 5, dueOn: date(dueOn), provisional };
    const step = { ...submission(aReview({ deciders: [department], area: area(county) })), term };
    const recorded = {
      ...{ reviewId: reviewId(number), residentId: residentId(number), version: 1, step },
      ...{ by: theResident, at: "2024-07-01T02:00:00.000Z", on: date("2024-07-01") },
    };
    await reviews.record(applyStep(undefined, recorded), recorded, { nextDay: undefined });
  }
  return reviews;
};

const call = (caller: object, query: object) =>
  ({ params: {}, body: {}, caller, query: { limit: 20, ...query } }) as never;
const codeOf = (asked: Promise<unknown>) => asked.catch((thrown) => (isRefusal(thrown) ? thrown.code : thrown));

describe("the queue of a department", () => {
  test("is by day, of the verifier's own department, in the area asked for", async () => {
    const queue = listReviewQueue({ reviews: await waiting(), today });

    const city = await queue(call(verifier("hrss", "339900"), { area: "339900" }));
    const county = await queue(call(verifier("hrss", "339900"), { area: "339901" }));

    expect(city.body).toMatchObject({
      department: "hrss",
      places: [
        { county: "339902", dueOn: "2024-07-08", term: "provisional", overdue: false },
        { county: "339901", dueOn: "2024-07-09", term: "fixed", overdue: true },
        { county: "339901", dueOn: "2024-07-12", overdue: false },
      ],
      next: null,
    });
    expect(county.body).toMatchObject({ places: [{ dueOn: "2024-07-09" }, { dueOn: "2024-07-12" }] });
  });

  test("is any department's for an auditor", async () => {
    const queue = listReviewQueue({ reviews: await waiting(), today });

    expect((await queue(call(auditor("339900"), { area: "339901", department: "education" }))).body).toMatchObject({
      department: "education",
      places: [{ county: "339901" }],
    });
  });

  test.each([
    [
      "another department",
      verifier("hrss", "339900"),
      { area: "339901", department: "education" },
      "department-not-allowed",
    ],
    ["another city", verifier("hrss", "339900"), { area: "339801" }, "area-not-allowed"],
    ["the city with a county of it", verifier("hrss", "339901"), { area: "339900" }, "area-not-allowed"],
    ["no department of one's own", verifier("nobody", "339900"), { area: "339900" }, "department-not-allowed"],
  ])("is not shown of %s", async (_, caller, query, code) => {
    const queue = listReviewQueue({ reviews: await waiting(), today });

    expect(await codeOf(queue(call(caller, query)))).toBe(code);
  });
});

describe("the overview", () => {
  test("counts what waits and what is overdue, by county and department; nothing provisional is overdue", async () => {
    const overview = await countReviews({ reviews: await waiting(), today })(
      call(auditor("339900"), { area: "339900" }),
    );

    expect(overview.body).toEqual({
      asOf: "2024-07-10",
      complete: true,
      counts: [
        {
          county: "339901",
          department: "education",
          waiting: 1,
          overdue: 0,
          provisional: 0,
          earliestDueOn: "2024-07-10",
        },
        { county: "339901", department: "hrss", waiting: 2, overdue: 1, provisional: 0, earliestDueOn: "2024-07-09" },
        { county: "339902", department: "hrss", waiting: 1, overdue: 0, provisional: 1, earliestDueOn: "2024-07-08" },
      ],
    });
  });

  test("is of a verifier's own department", async () => {
    const overview = await countReviews({ reviews: await waiting(), today })(
      call(verifier("education", "339901"), { area: "339901" }),
    );

    expect(overview.body).toMatchObject({ counts: [{ department: "education", waiting: 1 }] });
  });
});
