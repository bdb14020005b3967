import { describe, expect, test } from "vitest";
import { followCorrections } from "#functions/reactions/follow-corrections.ts";
import { applyStep } from "#shared/domain/apply-step.ts";
import { date } from "#shared/domain/calendar.ts";
import type { Dossier, DossierChange } from "#shared/domain/dossier.ts";
import { PensionRange } from "#shared/domain/facts.ts";
import type { Actor, Decision, RecordedStep, ReviewStep } from "#shared/domain/review.ts";
import { nextDayOf } from "#shared/procedure/next-day.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { aReview, aVerifier, reviewId, submission, theResident } from "#test/support/a-review.ts";
import { memoryLetters } from "#test/support/memory-letters.ts";
import { memoryMessages } from "#test/support/memory-messages.ts";
import { memoryResidents } from "#test/support/memory-residents.ts";
import { memoryReviews } from "#test/support/memory-reviews.ts";
import { mortal } from "#test/support/mortal.ts";
import { following, registeredIn, residentId } from "#test/support/people.ts";

const on = date("2024-07-01");
const workingDays = publishedWorkingDays();
const range = (from: string, to: string) => PensionRange.parse({ from, to, province: "330000", kind: "employee" });
const hrss = (sourceVersion: number, ...pension: readonly PensionRange[]): DossierChange => ({
  type: "facts-reported",
  department: "hrss",
  recordId: `hrss-${sourceVersion}`,
  sourceVersion,
  facts: { skills: null, pension },
});

/** A review upheld: six months of 2019 stand as a correction. */
const upheld = async () => {
  const [residents, messages] = [memoryResidents(), memoryMessages()];
  const reviews = memoryReviews({ residents, messages, letters: memoryLetters() });
  let dossier: Dossier = await begin();

  async function begin(): Promise<Dossier> {
    const registered = following(residentId(1), registeredIn("339901"));
    await residents.append(registered.dossier, registered.recorded);
    return registered.dossier;
  }
  const change = async (next: DossierChange) => {
    const after = following(dossier, next);
    await residents.append(after.dossier, after.recorded);
    dossier = after.dossier;
  };
  const take = async (step: ReviewStep, by: Actor) => {
    const review = await reviews.read(residentId(1), reviewId(1));
    const version = (review?.version ?? 0) + 1;
    const recorded: RecordedStep = {
      reviewId: reviewId(1),
      residentId: residentId(1),
      version,
      step,
      by,
      at: "2024-07-01T02:00:00.000Z",
      on,
    };
    const after = applyStep(review, recorded);
    await reviews.record(after, recorded, { nextDay: nextDayOf(after, workingDays) });
  };

  const review = aReview();
  await change(hrss(1, range("2018-01", "2019-02")));
  await take(submission(review), theResident);
  await take({ type: "assigned", lock: workingDays.term(on, 1) }, aVerifier);
  const opinion = {
    department: "hrss",
    outcome: "upheld",
    reason: "paid",
    clause: "三(二)",
    by: "verifier-1",
    on,
  } as const;
  const decision: Decision = {
    outcome: "upheld",
    reason: "paid",
    clause: "三(二)",
    patches: [review.proposal],
    by: ["verifier-1"],
    on,
  };
  await take({ type: "decided", opinion: { ...opinion, patch: review.proposal }, decision }, aVerifier);
  await change({ type: "fact-corrected", reviewId: reviewId(1), patch: review.proposal, evidence: [] });

  const follow = (through: Pick<typeof reviews, "ofResident" | "record"> = reviews) =>
    followCorrections({
      residents,
      reviews: through,
      workingDays,
      today: () => on,
      now: () => "2024-07-02T02:00:00.000Z",
    });
  return {
    change,
    follow,
    reviews,
    review: () => reviews.read(residentId(1), reviewId(1)),
    steps: async () => (await reviews.readSteps(residentId(1), reviewId(1))).map(({ step }) => step.type).slice(3),
    told: () => messages.all().map(({ message }) => message.kind),
  };
};

describe("what becomes of a correction", () => {
  test("confirmed by its source, it is told to the review and to the resident, once", async () => {
    const { change, follow, review, steps, told } = await upheld();
    await change(hrss(2, range("2018-01", "2019-08")));

    await follow().react(residentId(1));
    await follow().react(residentId(1));

    expect(await steps()).toEqual(["confirmed-by-source"]);
    expect(await review()).toMatchObject({ state: "upheld", corrects: false, contradicted: false });
    expect(told()).toEqual(["correction-confirmed"]);
  });

  test("contradicted by its source, it waits for a person of the department", async () => {
    const { change, follow, review, reviews, steps, told } = await upheld();
    await change(hrss(2, range("2018-01", "2019-05")));

    await follow().react(residentId(1));
    await follow().react(residentId(1));

    expect(await steps()).toEqual(["contradicted-by-source"]);
    expect(await review()).toMatchObject({ state: "upheld", corrects: true, contradicted: true });
    expect((await reviews.queue("hrss", aReview().area, { limit: 10 })).entries).toMatchObject([
      { reviewId: reviewId(1), term: "none" },
    ]);
    expect(told()).toEqual(["correction-contradicted"]);
  });

  test("left standing, nobody is told anything", async () => {
    const { change, follow, steps, told } = await upheld();
    await change(hrss(2, range("2018-01", "2019-02"), range("2024-01", "2024-06")));

    await follow().react(residentId(1));

    expect(await steps()).toEqual([]);
    expect(told()).toEqual([]);
  });

  test("contradicted and then confirmed, both are told", async () => {
    const { change, follow, review, steps } = await upheld();
    await change(hrss(2, range("2018-01", "2019-05")));
    await follow().react(residentId(1));
    await change(hrss(3, range("2018-01", "2019-08")));
    await follow().react(residentId(1));

    expect(await steps()).toEqual(["contradicted-by-source", "confirmed-by-source"]);
    expect(await review()).toMatchObject({ corrects: false, contradicted: false });
  });

  test("contradicted no more, because the source says again what it had said, it waits for nobody", async () => {
    const { change, follow, review, reviews, steps, told } = await upheld();
    await change(hrss(2, range("2018-01", "2019-05")));
    await follow().react(residentId(1));
    await change(hrss(3, range("2018-01", "2019-02")));
    await follow().react(residentId(1));
    await follow().react(residentId(1));

    expect(await steps()).toEqual(["contradicted-by-source", "contradiction-over"]);
    expect(await review()).toMatchObject({ state: "upheld", corrects: true, contradicted: false });
    expect((await reviews.queue("hrss", aReview().area, { limit: 10 })).entries).toEqual([]);
    expect(told()).toEqual(["correction-contradicted"]);
  });

  test("killed after any of its calls, the next attempt ends as if nothing had happened", async () => {
    for (let diesAfter = 1; diesAfter <= 2; diesAfter++) {
      const { change, follow, reviews, steps, told } = await upheld();
      await change(hrss(2, range("2018-01", "2019-08")));

      await expect(follow(mortal(diesAfter).of(reviews)).react(residentId(1))).rejects.toThrow("killed");
      await follow().react(residentId(1));

      expect(await steps()).toEqual(["confirmed-by-source"]);
      expect(told()).toEqual(["correction-confirmed"]);
    }
  });

  test("concerns only what happened to corrections", () => {
    const { concerns } = followCorrections({} as never);

    expect(concerns({ name: "correction-confirmed", reviewId: "v-1" })).toBe(true);
    expect(concerns({ name: "correction-contradicted", reviewId: "v-1", recordId: "r" })).toBe(true);
    expect(concerns({ name: "correction-uncontested", reviewId: "v-1" })).toBe(true);
    expect(concerns({ name: "fact-corrected", reviewId: "v-1" })).toBe(false);
    expect(concerns({ name: "facts-confirmed", department: "hrss" })).toBe(false);
  });
});
