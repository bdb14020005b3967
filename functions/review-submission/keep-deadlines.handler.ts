import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishMetrics as publish } from "#shared/runtime/metrics.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoReviews } from "#shared/storage/dynamo-reviews.ts";
import { keepDeadlines } from "./keep-deadlines.ts";

const reviews = dynamoReviews(dynamo, {
  reviews: environment("REVIEWS_TABLE"),
  messages: environment("MESSAGES_TABLE"),
});

export const handler = keepDeadlines({ reviews, workingDays: publishedWorkingDays(), today, now, publish });
