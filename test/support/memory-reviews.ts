import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { ContestedLine, RecordedStep, Review, ReviewId } from "#shared/domain/review.ts";
import { isOpen } from "#shared/domain/review-machine.ts";
import { waitingOf } from "#shared/domain/review-waiting.ts";
import type { Letters } from "#shared/storage/letters.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { dayPlaces, queuePlaceIn, queuePlaces, reviewPlaceIn, reviewToItem } from "#shared/storage/review-items.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import type { memoryMessages } from "./memory-messages.ts";
import { pageOf } from "./memory-pages.ts";

interface Besides {
  readonly residents: Pick<Residents, "append">;
  readonly messages: Pick<ReturnType<typeof memoryMessages>, "putTogether">;
  readonly letters: Pick<Letters, "put">;
}

/** Reviews for tests of what stands on them; it passes the same cases as the tables. */
export const memoryReviews = ({ residents, messages, letters }: Besides): Reviews => {
  // as text, so that nobody changes what is stored by changing what they read
  const stored = new Map<ReviewId, { readonly text: string; readonly item: ReturnType<typeof reviewToItem> }>();
  const steps = new Map<ReviewId, string[]>();

  const reviews = (): readonly Review[] => [...stored.values()].map(({ text }) => JSON.parse(text));
  const items = () => [...stored.values()].map(({ item }) => item);
  const open = (residentId: ResidentId, { layer, code }: ContestedLine): ReviewId | undefined =>
    reviews().find(
      (review) =>
        review.residentId === residentId &&
        review.line.layer === layer &&
        review.line.code === code &&
        isOpen(review.state),
    )?.reviewId;

  return {
    read: async (residentId, reviewId) =>
      reviews().find((one) => one.residentId === residentId && one.reviewId === reviewId),

    readSteps: async (residentId, reviewId) =>
      (steps.get(reviewId) ?? [])
        .map((text): RecordedStep => JSON.parse(text))
        .filter((step) => step.residentId === residentId),

    ofResident: async (residentId) =>
      reviews()
        .filter((review) => review.residentId === residentId)
        .sort((one, other) => (one.reviewId < other.reviewId ? -1 : 1)),

    openOn: async (residentId, line) => open(residentId, line),

    record: async (review, recorded, { nextDay, dossier, messages: told = [], letters: written = [] }) => {
      const { reviewId, residentId } = review;
      if ((steps.get(reviewId)?.length ?? 0) !== review.version - 1) return "overtaken";
      const other = open(residentId, review.line);
      if (isOpen(review.state) && other !== undefined && other !== reviewId) return "line-open";
      const before = steps.get(reviewId) ?? [];
      // nobody else comes in between while the dossier is written
      steps.set(reviewId, [...before, JSON.stringify(recorded)]);
      if (dossier && (await residents.append(dossier.dossier, dossier.recorded)) !== "appended") {
        steps.set(reviewId, before);
        return "overtaken";
      }
      stored.set(reviewId, { text: JSON.stringify(review), item: reviewToItem(review, nextDay, recorded.on) });
      for (const message of told) messages.putTogether(message);
      for (const letter of written) await letters.put(letter);
      return "recorded";
    },

    queue: async (department, area, request) => {
      const waiting = reviews().flatMap((review) => {
        const by = waitingOf(review);
        return "department" in by && by.department === department && review.area.slice(0, 4) === area.slice(0, 4)
          ? [review.reviewId]
          : [];
      });
      const places = waiting.map((reviewId) => stored.get(reviewId)?.item ?? {}).sort(inOrderOf("queuePlace"));
      const page = pageOf(places, request, (item) => item.queuePlace?.S ?? "", queuePlaces);
      return { ...page, entries: page.entries.map(queuePlaceIn) };
    },

    due: async (shard, through, request) =>
      reviewPlaces(
        items().filter(({ shard: own, dayPlace }) => own?.S === shard && (dayPlace?.S ?? "~") < `${through}$`),
        request,
      ),

    provisional: async (shard, request) =>
      reviewPlaces(
        items().filter(({ shard: own, dayPlace }) => own?.S === shard && dayPlace?.S?.startsWith("provisional#")),
        request,
      ),
  };
};

type Stored = ReturnType<typeof reviewToItem>;

const reviewPlaces = (items: readonly Stored[], request: Parameters<Reviews["provisional"]>[1]) => {
  const page = pageOf([...items].sort(inOrderOf("dayPlace")), request, (item) => item.dayPlace?.S ?? "", dayPlaces);
  return { ...page, entries: page.entries.map(reviewPlaceIn) };
};

const inOrderOf = (name: string) => (one: Stored, other: Stored) =>
  (one[name]?.S ?? "") < (other[name]?.S ?? "") ? -1 : 1;
