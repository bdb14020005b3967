import { describe, expect, test } from "vitest";
import { keepDeadlines } from "#functions/review-submission/keep-deadlines.ts";
import { applyStep } from "#shared/domain/apply-step.ts";
import { date } from "#shared/domain/calendar.ts";
import type { Actor, RecordedStep, ReviewId, ReviewStep } from "#shared/domain/review.ts";
import { createWorkingDays, type WorkingDays } from "#shared/domain/working-days.ts";
import { nextDayOf } from "#shared/procedure/next-day.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { aReview, aVerifier, reviewId, submission, theResident } from "#test/support/a-review.ts";
import { memoryLetters } from "#test/support/memory-letters.ts";
import { memoryMessages } from "#test/support/memory-messages.ts";
import { memoryResidents } from "#test/support/memory-residents.ts";
import { memoryReviews } from "#test/support/memory-reviews.ts";
import { mortal } from "#test/support/mortal.ts";
import { residentId } from "#test/support/people.ts";

const published = publishedWorkingDays();
const noHolidays = createWorkingDays([]);

/** An office whose calendar goes on from day to day. */
const office = (known = published) => {
  const messages = memoryMessages();
  const reviews = memoryReviews({ residents: memoryResidents(), messages, letters: memoryLetters() });
  const measured: Record<string, unknown>[] = [];

  const take = async (id: ReviewId, step: ReviewStep, on: string, by: Actor, workingDays: WorkingDays = known) => {
    const review = await reviews.read(residentId(1), id);
    const recorded: RecordedStep = {
      reviewId: id,
      residentId: residentId(1),
      version: (review?.version ?? 0) + 1,
      step,
      by,
      at: `${on}T02:00:00.000Z`,
      on: date(on),
    };
    const after = applyStep(review, recorded);
    expect(await reviews.record(after, recorded, { nextDay: nextDayOf(after, workingDays) })).toBe("recorded");
  };

  return {
    reviews,
    take,
    submit: (number: number, on: string) =>
      take(
        reviewId(number),
        {
          ...submission(aReview({ line: { layer: "province", code: `line-${number}` } })),
          term: known.term(date(on), 5),
        },
        on,
        theResident,
      ),
    run: async (on: string, { workingDays = known, through = reviews }: Partial<Running> = {}) => {
      await keepDeadlines({
        reviews: through,
        workingDays,
        today: () => date(on),
        now: () => `${on}T17:00:00.000Z`,
        publish: (values) => void measured.push(values),
      })();
      return measured.at(-1);
    },
    steps: async (number: number) =>
      (await reviews.readSteps(residentId(1), reviewId(number))).map(({ step, on }) => `${on} ${step.type}`),
    told: () => messages.all().map(({ message }) => message.kind),
  };
};

interface Running {
  readonly workingDays: WorkingDays;
  readonly through: ReturnType<typeof memoryReviews>;
}

describe("the deadlines of a review", () => {
  test("from National Day 2026 on: called to mind, then escalated on the day after the last, each once", async () => {
    const { submit, run, steps, told } = office();
    // 20 September is worked for, the 25th to the 27th and 1 to 7 October are off, 10 October is worked for
    await submit(1, "2026-09-28");

    for (let day = 1; day <= 20; day++) await run(`2026-10-${`${day}`.padStart(2, "0")}`);

    // 29, 30 September, 8, 9, 10 October
    expect(await steps(1)).toEqual(["2026-09-28 submitted", "2026-10-08 reminded", "2026-10-11 escalated"]);
    expect(told()).toEqual(["review-overdue"]);
  });

  test("missed for days, everything is made up at once", async () => {
    const { submit, run, steps } = office();
    await submit(1, "2026-06-01");

    await run("2026-07-01");

    expect(await steps(1)).toEqual(["2026-06-01 submitted", "2026-07-01 escalated"]);
  });

  test("a lock that has run out is taken, and what was asked for and never came lapses", async () => {
    const { submit, take, run, steps, told } = office();
    const lock = published.term(date("2026-06-01"), 1);
    await submit(1, "2026-06-01");
    await take(reviewId(1), { type: "assigned", lock }, "2026-06-01", aVerifier);
    await submit(2, "2026-06-01");
    await take(reviewId(2), { type: "assigned", lock }, "2026-06-01", aVerifier);
    const asked = { items: [{ code: "record", reason: "too dark" }], pausedWorkingDays: 5 };
    const term = published.term(date("2026-06-01"), 10);
    await take(reviewId(2), { type: "material-asked", ...asked, term }, "2026-06-01", aVerifier);

    await run("2026-06-03");
    await run("2026-06-11");
    await run("2026-06-16");

    expect((await steps(1)).slice(2)).toEqual(["2026-06-03 released", "2026-06-11 escalated"]);
    expect((await steps(2)).slice(3)).toEqual(["2026-06-11 reminded", "2026-06-16 lapsed"]);
    expect(told().sort()).toEqual(["material-due", "review-lapsed", "review-overdue"]);
  });

  test("what is not due is left alone", async () => {
    const { submit, run, steps } = office();
    await submit(1, "2026-06-01");

    expect(await run("2026-06-03")).toEqual({ ReviewsEscalated: 0, TermsProvisional: 0, HolidaysUnknown: 0 });
    expect(await steps(1)).toEqual(["2026-06-01 submitted"]);
  });
});

describe("a term into a year without data", () => {
  test("is never enforced, and is fixed on the day after the year was loaded", async () => {
    const { submit, run, steps } = office(noHolidays);
    await submit(1, "2026-02-12");

    expect(await run("2026-03-31")).toMatchObject({ TermsProvisional: 1, HolidaysUnknown: 1 });
    expect(await steps(1)).toEqual(["2026-02-12 submitted"]);
    expect(await run("2026-04-01", { workingDays: published })).toEqual({
      ReviewsEscalated: 1,
      TermsProvisional: 0,
      HolidaysUnknown: 0,
    });

    expect((await steps(1)).slice(1)).toEqual(["2026-04-01 term-fixed", "2026-04-01 escalated"]);
  });

  test.each([
    ["2026-11-30", 0],
    ["2026-12-01", 1],
    ["2027-01-01", 1],
  ])("on %s the next year is missed %i times", async (on, unknown) => {
    expect(await office().run(on)).toMatchObject({ HolidaysUnknown: unknown });
  });
});

test("killed after any of its calls, the next run ends as if nothing had happened", async () => {
  for (let diesAfter = 1; diesAfter < 100; diesAfter++) {
    const { submit, run, steps, told, reviews } = office();
    await submit(1, "2026-06-01");
    await submit(2, "2026-06-01");
    const process = mortal(diesAfter);
    const first = await run("2026-06-09", { through: process.of(reviews) }).then(
      () => "ended",
      () => "killed",
    );
    if (first === "ended") return;

    await run("2026-06-09");

    for (const number of [1, 2]) {
      expect(await steps(number)).toEqual(["2026-06-01 submitted", "2026-06-09 escalated"]);
    }
    expect(told()).toEqual(["review-overdue", "review-overdue"]);
  }
  throw new Error("no run ended");
});

test("one that fails keeps nobody else from being seen to, and is an error at the end", async () => {
  const { submit, run, steps, reviews } = office();
  await submit(1, "2026-06-01");
  await submit(2, "2026-06-01");
  const failing = {
    ...reviews,
    read: async (whose: Parameters<typeof reviews.read>[0], id: ReviewId) => {
      if (id === reviewId(1)) throw new Error("unreadable");
      return await reviews.read(whose, id);
    },
  };

  await expect(run("2026-06-09", { through: failing })).rejects.toThrow("the deadlines of 1 reviews were not kept");

  expect(await steps(1)).toHaveLength(1);
  expect(await steps(2)).toHaveLength(2);
});
