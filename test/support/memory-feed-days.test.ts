import { feedDaysCases } from "#test/shared/storage/feed-days.cases.ts";
import { memoryFeedDays } from "./memory-feed-days.ts";

feedDaysCases(async () => memoryFeedDays());
