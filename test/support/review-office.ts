import { appealReview } from "#functions/review-submission/appeal-review.ts";
import { askMaterial } from "#functions/review-submission/ask-material.ts";
import { assignReview } from "#functions/review-submission/assign-review.ts";
import { decideReopening } from "#functions/review-submission/decide-reopening.ts";
import { decideReview } from "#functions/review-submission/decide-review.ts";
import { handInMaterial } from "#functions/review-submission/hand-in-material.ts";
import { listReviews } from "#functions/review-submission/list-reviews.ts";
import { proposeReopening } from "#functions/review-submission/propose-reopening.ts";
import { readReview } from "#functions/review-submission/read-review.ts";
import { releaseReview } from "#functions/review-submission/release-review.ts";
import { submitReview } from "#functions/review-submission/submit-review.ts";
import { withdrawReview } from "#functions/review-submission/withdraw-review.ts";
import type { Caller, Endpoint } from "#shared/contract/endpoint.ts";
import { submitReviewEndpoint } from "#shared/contract/reviews.ts";
import { date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { DossierChange } from "#shared/domain/dossier.ts";
import { factsOf } from "#shared/domain/dossier.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { ReviewId } from "#shared/domain/review.ts";
import type { Reply } from "#shared/http/answer.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { reviewRulesFor } from "#shared/procedure/review-terms.ts";
import { currentUndertaking } from "#shared/procedure/undertakings.ts";
import { aMaterial, materialId } from "./a-material.ts";
import { resident, verifier } from "./calls.ts";
import { memoryLetters } from "./memory-letters.ts";
import { memoryMaterials } from "./memory-materials.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryResidents } from "./memory-residents.ts";
import { memoryReviews } from "./memory-reviews.ts";
import { memoryScores } from "./memory-scores.ts";
import { memoryUndertakings } from "./memory-undertakings.ts";
import { following, registeredIn, residentId } from "./people.ts";
import { publish, zhejiang } from "./standards.ts";

export const person = residentId(1);
export const self = resident(person);
export const ann: Caller = { ...verifier("hrss", "339900"), subject: "ann" };
export const bob: Caller = { ...verifier("hrss", "339900"), subject: "bob" };
export const dee: Caller = { ...verifier("education", "339900"), subject: "dee" };

const issue = { type: "issue", eventId: "event-1", permitId: "permit-1", area: "339901" } as const;
const changes: readonly DossierChange[] = [
  {
    type: "permit-event-recorded",
    event: { ...issue, effectiveOn: date("2020-05-01") } as never,
  },
  {
    type: "facts-reported",
    recordId: "record-1",
    sourceVersion: 1,
    department: "hrss",
    facts: { skills: null, pension: [] },
  },
];

/** Half a year of contributions is missing. */
export const request = (differing: object = {}) => ({
  kind: "review",
  line: { layer: "province", code: "social-insurance" },
  statement: "six months of 2019 are missing",
  proposal: { fact: "pension", months: ["2019-03", "2019-04", "2019-05", "2019-06", "2019-07", "2019-08"] },
  materials: [{ code: "payment-statement", materialId: materialId(1) }],
  ...differing,
});

/** The use cases of a review on repositories in memory, with a calendar that stands still. */
export const reviewOffice = async ({ day = "2024-07-01", rulesFor = reviewRulesFor, undertaken = true } = {}) => {
  const [residents, messages, letters] = [memoryResidents(), memoryMessages(), memoryLetters()];
  const [materials, undertakings] = [memoryMaterials(), memoryUndertakings()];
  const reviews = memoryReviews({ residents, messages, letters });
  const calendar = { today: date(day) };
  const reviewing = {
    ...{ reviews, residents, materials, undertakings, scores: memoryScores(messages), rulesFor },
    workingDays: publishedWorkingDays(),
    standards: publish(zhejiang()),
    today: () => calendar.today,
    now: () => `${calendar.today}T02:00:00.000Z`,
  };

  let last = following(person, registeredIn("339901", "1990-05-05"));
  await residents.append(last.dossier, last.recorded);
  for (const change of changes) {
    last = following(last.dossier, change);
    await residents.append(last.dossier, last.recorded);
  }
  for (const number of [1, 2, 3]) {
    const { deleteOn, ...material } = aMaterial({ materialId: materialId(number), state: "accepted" });
    await materials.put(material);
  }
  if (undertaken) {
    const { version } = currentUndertaking();
    const acceptedAt = "2024-06-30T02:00:00.000Z";
    await undertakings.record({ residentId: person, version, by: "self", subject: "resident", acceptedAt });
  }

  /** The reply's body, or the code of the refusal. */
  const asked = async (reply: Promise<Reply>): Promise<{ status: number; body: never } | string> => {
    try {
      return (await reply) as { status: number; body: never };
    } catch (thrown) {
      if (isRefusal(thrown)) return thrown.code;
      throw thrown;
    }
  };
  const params = (reviewId: ReviewId) => ({ residentId: person, reviewId });
  const call = (caller: Caller, body: object, reviewId?: ReviewId) =>
    ({ params: reviewId ? params(reviewId) : { residentId: person }, query: {}, body, caller }) as never;
  const parsed = (endpoint: Endpoint, body: object) => endpoint.body?.parse(body) as object;

  const step =
    (useCase: (given: never) => Promise<Reply>) =>
    (caller: Caller, reviewId: ReviewId, body: object = {}) =>
      asked(useCase(call(caller, body, reviewId)));

  return {
    ...{ reviews, residents, messages, letters, calendar, reviewing },
    facts: async () => {
      const dossier = await residents.read(person);
      if (!dossier) throw new Error("there is no such person");
      return factsOf(dossier);
    },
    /** What the source has of the pension from now on. */
    report: async (pension: readonly object[]) => {
      const before = await residents.read(person);
      if (!before) throw new Error("there is no such person");
      const facts = { skills: null, pension } as never;
      const recordId = `record-${before.version + 1}`;
      const report = { type: "facts-reported", recordId, sourceVersion: before.version + 1, department: "hrss", facts };
      const { dossier, recorded } = following(before, report as never);
      await residents.append(dossier, recorded);
    },
    pass: (days: number) => {
      calendar.today = dateOf(dayAfter(dayOf(calendar.today), days));
    },
    submit: (caller: Caller = self, differing: object = {}) =>
      asked(submitReview(reviewing)(call(caller, parsed(submitReviewEndpoint, request(differing))))),
    list: (caller: Caller) => asked(listReviews(reviewing)(call(caller, {}))),
    read: step(readReview(reviewing)),
    handIn: step(handInMaterial(reviewing)),
    withdraw: step(withdrawReview(reviewing)),
    appeal: (caller: Caller, reviewId: ReviewId, body: object = {}) =>
      step(appealReview(reviewing))(caller, reviewId, { reason: "not so", materials: [], ...body }),
    assign: step(assignReview(reviewing)),
    release: step(releaseReview(reviewing)),
    ask: step(askMaterial(reviewing)),
    decide: (caller: Caller, reviewId: ReviewId, body: object = {}) =>
      step(decideReview(reviewing))(caller, reviewId, {
        ...{ outcome: "upheld", reason: "the payments were found", clause: "三(二)" },
        ...body,
      }),
    propose: step(proposeReopening(reviewing)),
    agree: step(decideReopening(reviewing)),
  };
};

export type ReviewOffice = Awaited<ReturnType<typeof reviewOffice>>;

/** Submits the usual request and says under which id. */
export const submitted = async (office: ReviewOffice, ...given: Parameters<ReviewOffice["submit"]>) => {
  const reply = await office.submit(...given);
  if (typeof reply === "string") throw new Error(reply);
  return (reply.body as { review: { reviewId: ReviewId } }).review.reviewId;
};

/** Takes the review in hand and decides. */
export const decidedBy = async (office: ReviewOffice, caller: Caller, reviewId: ReviewId, body: object = {}) => {
  await office.assign(caller, reviewId);
  return office.decide(caller, reviewId, body);
};
