import type { Endpoint } from "./endpoint.ts";
import { estimateScoreEndpoint } from "./estimate-score.ts";
import { queryHistoryEndpoint } from "./query-history.ts";
import { queryScoreEndpoint } from "./query-score.ts";
import { readRecomputationEndpoint, requestRecomputationEndpoint } from "./recomputations.ts";

/** The whole contract (v1), in the order in which the API document shows it. */
export const endpoints: readonly Endpoint[] = [
  queryScoreEndpoint,
  queryHistoryEndpoint,
  estimateScoreEndpoint,
  requestRecomputationEndpoint,
  readRecomputationEndpoint,
];
