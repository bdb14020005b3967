import { requestsCases } from "#test/shared/storage/requests.cases.ts";
import { memoryRequests } from "./memory-requests.ts";

requestsCases(async () => memoryRequests());
