import { date } from "#shared/domain/calendar.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { type Actor, type RecordedStep, type Review, ReviewId, type ReviewStep } from "#shared/domain/review.ts";
import { area, residentId } from "./people.ts";

/** Different for every number, and always the same for one. */
export const reviewId = (number: number): ReviewId => ReviewId.parse(`v-${`${number}`.padStart(26, "0")}`);

export const theResident: Actor = { subject: "resident-1", role: "resident" };
export const aVerifier: Actor = { subject: "verifier-1", role: "verifier", department: "hrss" };

const day = date("2024-07-01");
const term = { startedOn: day, workingDays: 5, dueOn: date("2024-07-08"), provisional: false };

/** Resident 1 contests the months of pension insurance, unless it says otherwise. */
export const aReview = (differing: Partial<Review> = {}): Review => ({
  reviewId: reviewId(1),
  residentId: residentId(1),
  version: 1,
  kind: "review",
  line: { layer: "province", code: "social-insurance" },
  fact: "pension",
  deciders: ["hrss"],
  rule: "one-decides",
  area: area("339901"),
  statement: "six months of 2019 are missing",
  proposal: FactPatch.parse({
    fact: "pension",
    add: [{ from: "2019-03", to: "2019-08", province: "330000", kind: "employee" }],
  }),
  materials: [],
  filedBy: theResident,
  filers: [theResident.subject],
  filedAt: "2024-07-01T02:00:00.000Z",
  state: "submitted",
  since: day,
  round: 1,
  appealed: false,
  begunBy: "person",
  excluded: [],
  term,
  reminded: false,
  escalated: false,
  opinions: [],
  contradicted: false,
  corrects: false,
  ...differing,
});

/** The step that made the review what it is. */
export const recordedStep = (
  { reviewId: of, residentId: whose, version }: Review,
  step: ReviewStep,
  by: Actor = theResident,
): RecordedStep => ({ reviewId: of, residentId: whose, version, step, by, at: "2024-07-01T02:00:00.000Z", on: day });

/** The step with which a review begins. */
export const submission = ({ kind, line, fact, deciders, rule, area: where, statement, proposal, materials }: Review) =>
  ({ type: "submitted", kind, line, fact, deciders, rule, area: where, statement, proposal, materials, term }) as const;
