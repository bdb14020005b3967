import type { Standards } from "#shared/scoring/standards.ts";
import type { FeedDays } from "#shared/storage/feed-days.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { Reviews } from "#shared/storage/reviews.ts";
import type { Scores } from "#shared/storage/scores.ts";

/** What looking at one applicant takes. */
export interface Looking {
  readonly residents: Pick<Residents, "read">;
  readonly scores: Pick<Scores, "read">;
  readonly reviews: Pick<Reviews, "ofResident">;
  readonly feedDays: Pick<FeedDays, "lastHeard">;
  readonly standards: Standards;
}
