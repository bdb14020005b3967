import type { Call } from "#shared/contract/endpoint.ts";
import type { countReviewsEndpoint } from "#shared/contract/review-queue.ts";
import { type AreaCode, isWithin } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { QueuePlace, Reviews } from "#shared/storage/reviews.ts";
import { departmentsSeen } from "./departments-seen.ts";
import { isOverdue } from "./is-overdue.ts";

interface Counting {
  readonly reviews: Pick<Reviews, "queue">;
  readonly today: () => CalendarDate;
}

/** 指导、督促: how much waits and how much is overdue, county by county. */
export const countReviews =
  ({ reviews, today }: Counting) =>
  async ({ query: { area }, caller }: Call<typeof countReviewsEndpoint>): Promise<Reply> => {
    const asOf = today();
    const queues = await Promise.all(
      departmentsSeen(caller, area).map((department) => wholeQueue(reviews, department, area)),
    );
    return {
      status: 200,
      body: {
        asOf,
        counts: queues.flatMap(({ department, places }) => countsOf(department, places, asOf)),
        complete: queues.every(({ complete }) => complete),
      },
    };
  };

/** Whoever has more than this waiting needs no exact number. */
const mostPages = 50;
const limit = 100;

const wholeQueue = async (reviews: Counting["reviews"], department: Department, area: AreaCode) => {
  const places: QueuePlace[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= mostPages; page++) {
    const { entries, cursor: next } = await reviews.queue(department, area, { limit, cursor });
    places.push(...entries.filter(({ county }) => isWithin(county, area)));
    cursor = next;
    if (cursor === undefined) break;
  }
  return { department, places, complete: cursor === undefined };
};

const countsOf = (department: Department, places: readonly QueuePlace[], on: CalendarDate) =>
  [...Map.groupBy(places, ({ county }) => county)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([county, there]) => ({
      county,
      department,
      waiting: there.length,
      overdue: there.filter((place) => isOverdue(place, on)).length,
      provisional: there.filter(({ term }) => term === "provisional").length,
      earliestDueOn:
        there
          .filter(({ term }) => term !== "none")
          .map(({ dueOn }) => dueOn)
          .sort()[0] ?? null,
    }));
