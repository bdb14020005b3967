import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { Review, ReviewStep } from "#shared/domain/review.ts";
import type { Letters } from "#shared/storage/letters.ts";
import type { Messages } from "#shared/storage/messages.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reviews, Together } from "#shared/storage/reviews.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { aMessage } from "#test/support/a-message.ts";
import { aReview, recordedStep, reviewId, submission } from "#test/support/a-review.ts";
import { area, following, registeredIn, residentId } from "#test/support/people.ts";

/** Reviews, and the places that a step of theirs may write into besides. */
export interface ReviewStores {
  readonly reviews: Reviews;
  readonly residents: Residents;
  readonly messages: Messages;
  readonly letters: Letters;
}

const nothingElse: Together = { nextDay: undefined };
const line = { layer: "province", code: "social-insurance" } as const;
const withdrawn: ReviewStep = { type: "withdrawn" };

/** What every place of reviews has to do. */
export const reviewsCases = (make: () => Promise<ReviewStores>): void => {
  const submit = (reviews: Reviews, review: Review, together: Together = nothingElse) =>
    reviews.record(review, recordedStep(review, submission(review)), together);

  const nextAfter = (review: Review, differing: Partial<Review>): Review => ({
    ...review,
    version: review.version + 1,
    ...differing,
  });

  describe("a review", () => {
    test("is unknown before it was submitted, and another's", async () => {
      const { reviews } = await make();
      await submit(reviews, aReview());

      expect(await reviews.read(residentId(1), reviewId(2))).toBeUndefined();
      expect(await reviews.read(residentId(2), reviewId(1))).toBeUndefined();
      expect(await reviews.readSteps(residentId(2), reviewId(1))).toEqual([]);
      expect(await reviews.ofResident(residentId(2))).toEqual([]);
    });

    test("is read as it was recorded, with its steps in order", async () => {
      const { reviews } = await make();
      const first = aReview();
      const second = nextAfter(first, { state: "withdrawn" });
      await submit(reviews, first);

      expect(await reviews.record(second, recordedStep(second, withdrawn), nothingElse)).toBe("recorded");

      expect(await reviews.read(residentId(1), reviewId(1))).toEqual(second);
      expect((await reviews.readSteps(residentId(1), reviewId(1))).map(({ step }) => step.type)).toEqual([
        "submitted",
        "withdrawn",
      ]);
      expect(await reviews.ofResident(residentId(1))).toEqual([second]);
    });

    test("takes one of two steps at once, and the other leaves no trace", async () => {
      const { reviews } = await make();
      const first = aReview();
      await submit(reviews, first);
      const one = nextAfter(first, { reminded: true });
      const other = nextAfter(first, { escalated: true });

      const recorded = await Promise.all([
        reviews.record(one, recordedStep(one, { type: "reminded" }), nothingElse),
        reviews.record(other, recordedStep(other, { type: "escalated" }), nothingElse),
      ]);

      expect([...recorded].sort()).toEqual(["overtaken", "recorded"]);
      expect(await reviews.readSteps(residentId(1), reviewId(1))).toHaveLength(2);
    });
  });

  describe("a line", () => {
    test("has one open review; a second one is not recorded", async () => {
      const { reviews } = await make();
      await submit(reviews, aReview());

      expect(await submit(reviews, aReview({ reviewId: reviewId(2) }))).toBe("line-open");
      expect(await reviews.openOn(residentId(1), line)).toBe(reviewId(1));
      expect(await reviews.ofResident(residentId(1))).toHaveLength(1);
    });

    test("of another code, or another person, is another line", async () => {
      const { reviews } = await make();
      await submit(reviews, aReview());

      const other = aReview({ reviewId: reviewId(2), line: { layer: "province", code: "skill" } });
      const another = aReview({ reviewId: reviewId(3), residentId: residentId(2) });

      expect(await submit(reviews, other)).toBe("recorded");
      expect(await submit(reviews, another)).toBe("recorded");
    });

    test("is free again once its review has ended, and taken again when that is reopened", async () => {
      const { reviews } = await make();
      const first = aReview();
      await submit(reviews, first);
      const second = nextAfter(first, { state: "withdrawn" });
      await reviews.record(second, recordedStep(second, withdrawn), nothingElse);
      expect(await reviews.openOn(residentId(1), line)).toBeUndefined();

      expect(await submit(reviews, aReview({ reviewId: reviewId(2) }))).toBe("recorded");
      const again = nextAfter(second, { state: "submitted" });
      const appealed: ReviewStep = { type: "appealed", reason: "no", materials: [], term: aTerm };
      expect(await reviews.record(again, recordedStep(again, appealed), nothingElse)).toBe("line-open");
    });
  });

  describe("what goes with a step", () => {
    const registered = following(residentId(1), registeredIn("339901"));
    const corrected = following(registered.dossier, {
      type: "fact-corrected",
      reviewId: reviewId(1),
      patch: aReview().proposal,
      evidence: [],
    });

    test("is written with it", async () => {
      const { reviews, residents, messages } = await make();
      await residents.append(registered.dossier, registered.recorded);

      const recorded = await submit(reviews, aReview(), { ...nothingElse, dossier: corrected, messages: [aMessage()] });

      expect(recorded).toBe("recorded");
      expect((await residents.read(residentId(1)))?.corrections).toHaveLength(1);
      expect((await messages.read(aMessage().messageId))?.message).toEqual(aMessage());
    });

    test("is not written when the step is overtaken", async () => {
      const { reviews, residents, messages } = await make();
      await residents.append(registered.dossier, registered.recorded);
      await submit(reviews, aReview());

      const recorded = await submit(reviews, aReview(), { ...nothingElse, dossier: corrected, messages: [aMessage()] });

      expect(recorded).toBe("overtaken");
      expect((await residents.read(residentId(1)))?.corrections).toEqual([]);
      expect(await messages.read(aMessage().messageId)).toBeUndefined();
    });

    test("keeps the step from being recorded when the dossier is another by now", async () => {
      const { reviews, residents } = await make();
      await residents.append(registered.dossier, registered.recorded);
      const moved = following(registered.dossier, registeredIn("339902"));
      await residents.append(moved.dossier, moved.recorded);

      expect(await submit(reviews, aReview(), { ...nothingElse, dossier: corrected })).toBe("overtaken");
      expect(await reviews.read(residentId(1), reviewId(1))).toBeUndefined();
      expect(await reviews.openOn(residentId(1), line)).toBeUndefined();
    });
  });

  describe("the queue of a department", () => {
    const numbered = (number: number, dueOn: string, differing: Partial<Review> = {}) =>
      aReview({
        reviewId: reviewId(number),
        line: { layer: "province", code: `line-${number}` },
        term: { ...aTerm, dueOn: date(dueOn) },
        ...differing,
      });

    test("tells what waits for it in a city, the earliest due first, page by page", async () => {
      const { reviews } = await make();
      await submit(reviews, numbered(1, "2024-07-09"));
      await submit(reviews, numbered(2, "2024-07-08", { area: area("339902") }));
      await submit(
        reviews,
        numbered(3, "2024-07-10", { term: { ...aTerm, dueOn: date("2024-07-10"), provisional: true } }),
      );
      await submit(reviews, numbered(4, "2024-07-01", { deciders: ["education"] }));
      await submit(reviews, numbered(5, "2024-07-01", { area: area("330102") }));

      await expect
        .poll(async () => (await reviews.queue("hrss", area("339900"), { limit: 10 })).entries)
        .toEqual([
          { residentId: residentId(1), reviewId: reviewId(2), county: "339902", dueOn: "2024-07-08", term: "fixed" },
          { residentId: residentId(1), reviewId: reviewId(1), county: "339901", dueOn: "2024-07-09", term: "fixed" },
          {
            residentId: residentId(1),
            reviewId: reviewId(3),
            county: "339901",
            dueOn: "2024-07-10",
            term: "provisional",
          },
        ]);
      const first = await reviews.queue("hrss", area("339900"), { limit: 2 });
      const rest = await reviews.queue("hrss", area("339900"), { limit: 2, cursor: first.cursor });
      expect(first.entries).toHaveLength(2);
      expect(rest.entries.map((place) => place.reviewId)).toEqual([reviewId(3)]);
      expect(rest.cursor).toBeUndefined();
    });

    test("leaves out what waits for the resident or for nobody", async () => {
      const { reviews } = await make();
      const first = numbered(1, "2024-07-09");
      await submit(reviews, first);
      await submit(reviews, numbered(2, "2024-07-10"));
      const asked = nextAfter(first, { state: "material-asked" });
      const step: ReviewStep = { type: "material-asked", items: [], term: aTerm, pausedWorkingDays: 3 };
      await reviews.record(asked, recordedStep(asked, step), nothingElse);

      await expect
        .poll(async () =>
          (await reviews.queue("hrss", area("339900"), { limit: 10 })).entries.map((one) => one.reviewId),
        )
        .toEqual([reviewId(2)]);
    });
  });

  describe("the calendar", () => {
    test("finds the reviews whose day has come, and those of which no day is known", async () => {
      const { reviews } = await make();
      const shard = shardOf(residentId(1));
      const days = [date("2024-07-05"), date("2024-07-06"), "provisional", undefined] as const;
      for (const [at, nextDay] of days.entries()) {
        const review = aReview({ reviewId: reviewId(at), line: { layer: "province", code: `line-${at}` } });
        await submit(reviews, review, { nextDay });
      }
      const due = async (through: string) =>
        (await reviews.due(shard, date(through), { limit: 10 })).entries.map((place) => place.reviewId);

      await expect.poll(() => due("2024-07-06")).toEqual([reviewId(0), reviewId(1)]);
      expect(await due("2024-07-05")).toEqual([reviewId(0)]);
      expect(await due("2024-07-04")).toEqual([]);
      await expect
        .poll(() => reviews.provisional(shard, { limit: 10 }))
        .toEqual({ entries: [{ residentId: residentId(1), reviewId: reviewId(2) }] });
    });
  });
};

const aTerm = { startedOn: date("2024-07-01"), workingDays: 5, dueOn: date("2024-07-08"), provisional: false };
