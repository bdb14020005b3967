import { listApplicationQueueEndpoint } from "#shared/contract/application-steps-of-office.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { applicationReads } from "#shared/storage/dynamo-application-reads.ts";
import { listApplicationQueue } from "./list-application-queue.ts";

const applications = applicationReads(dynamo, environment("APPLICATIONS_TABLE"));

export const handler = route(listApplicationQueueEndpoint, listApplicationQueue({ applications, today }));
