import { endpoints } from "#shared/contract/endpoints.ts";
import type { FunctionName } from "./entries.ts";

/** What those are for that serve no call of the contract. */
const others: Partial<Record<FunctionName, string>> = {
  "follow-changes": "Recomputes residents whose dossier changed",
  "retry-recomputation": "Recomputes residents whose recomputation failed",
  "plan-recomputation": "Says which shards mass work has to go through",
  "work-shard": "Recomputes the residents of a shard, one slice at a time",
  "summarise-recomputation": "Ends mass work when every shard is done",
  "offer-messages": "Offers messages to whoever sends them",
  "send-due-notices": "Sends the notices of the day, and offers again what was lost on its way",
  "react-to-changes": "Sees to what a changed dossier leads to beside a score",
  "react-again": "Looks once more at dossiers whose reaction failed",
  "check-material": "Checks what has been uploaded, and keeps it or doesn't",
  "delete-due-materials": "Deletes materials whose day has come",
  "keep-deadlines": "Keeps the deadlines of reviews: reminds, escalates, lets lapse, fixes terms",
  "settle-slice": "Freezes, ranks, lists and grants the applications of a programme, one slice at a time",
  "keep-programmes": "Lists, closes and grants by the calendar, and looks after what was granted",
  "finish-corrections": "Ends corrections of listings that were decided and cut off",
  "keep-findings": "Ends the terms of findings of forgery, and carries out what was decided and cut off",
  "refuse-unknown-route": "Answers calls that the contract doesn't have",
};

/** @throws Error for a function that nothing is said about */
export const descriptionOf = (name: FunctionName): string => {
  const description = endpoints.find(({ id }) => id === name)?.summary ?? others[name];
  if (description === undefined) throw new Error(`nothing says what ${name} is for`);
  return description;
};
