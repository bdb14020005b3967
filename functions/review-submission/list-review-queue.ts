import type { Call } from "#shared/contract/endpoint.ts";
import type { listReviewQueueEndpoint } from "#shared/contract/review-queue.ts";
import { isWithin } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import { departmentsSeen } from "./departments-seen.ts";
import { isOverdue } from "./is-overdue.ts";
import { verifyingDepartment } from "./office-acting.ts";

interface Queueing {
  readonly reviews: Pick<Reviews, "queue">;
  readonly today: () => CalendarDate;
}

/** What waits for a department, the earliest due first. */
export const listReviewQueue =
  ({ reviews, today }: Queueing) =>
  async ({ query, caller }: Call<typeof listReviewQueueEndpoint>): Promise<Reply> => {
    const { area, limit, cursor } = query;
    const seen = departmentsSeen(caller, area);
    const department = query.department ?? verifyingDepartment(caller) ?? seen[0];
    if (!department || !seen.includes(department)) {
      throw new Refusal("department-not-allowed", { department: department ?? "" });
    }

    const page = await reviews.queue(department, area, { limit, cursor });
    const on = today();
    const places = page.entries
      .filter(({ county }) => isWithin(county, area))
      .map((place) => ({ ...place, overdue: isOverdue(place, on) }));
    return { status: 200, body: { department, places, next: page.cursor ?? null } };
  };
