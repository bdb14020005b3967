import type { ResidentId } from "#shared/domain/resident-id.ts";
import { environment } from "#shared/runtime/environment.ts";
import { sqs } from "#shared/storage/sqs-client.ts";
import { sqsIdQueue } from "#shared/storage/sqs-id-queue.ts";
import { allReactions } from "./all-reactions.ts";
import { reactToChanges } from "./react-to-changes.ts";

const queue = sqsIdQueue<ResidentId>(sqs, environment("REACTION_QUEUE_URL"));

export const handler = reactToChanges({ reactions: allReactions(), queue });
