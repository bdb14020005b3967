import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMessages } from "#shared/storage/dynamo-messages.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoReviews } from "#shared/storage/dynamo-reviews.ts";
import { followCorrections } from "./follow-corrections.ts";
import { planReminders } from "./plan-reminders.ts";
import type { Reaction } from "./reaction.ts";

/** All that a changed dossier leads to, on the tables of this deployment. */
export const allReactions = (): readonly Reaction[] => {
  const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
  const messages = dynamoMessages(dynamo, environment("MESSAGES_TABLE"));
  const reviews = dynamoReviews(dynamo, {
    reviews: environment("REVIEWS_TABLE"),
    messages: environment("MESSAGES_TABLE"),
  });
  return [
    planReminders({ residents, messages, today, now }),
    followCorrections({ residents, reviews, workingDays: publishedWorkingDays(), today, now }),
  ];
};
