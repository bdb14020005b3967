import { dropBatchEndpoint } from "./drop-batch.ts";
import type { Endpoint } from "./endpoint.ts";
import { estimateScoreEndpoint } from "./estimate-score.ts";
import { queryHistoryEndpoint } from "./query-history.ts";
import { queryScoreEndpoint } from "./query-score.ts";
import { readRecomputationEndpoint, requestRecomputationEndpoint } from "./recomputations.ts";
import { recordPermitEventEndpoint } from "./record-permit-event.ts";
import { registerResidentEndpoint } from "./register-resident.ts";
import { releaseBatchEndpoint } from "./release-batch.ts";
import { reportFactsEndpoint } from "./report-facts.ts";
import { resolveResidentEndpoint } from "./resolve-resident.ts";
import { resumeRecomputationEndpoint } from "./resume-recomputation.ts";
import { stopRecomputationEndpoint } from "./stop-recomputation.ts";
import { submitBatchEndpoint } from "./submit-batch.ts";

/** The whole contract (v1), in the order in which the API document shows it. */
export const endpoints: readonly Endpoint[] = [
  queryScoreEndpoint,
  queryHistoryEndpoint,
  estimateScoreEndpoint,
  registerResidentEndpoint,
  resolveResidentEndpoint,
  reportFactsEndpoint,
  recordPermitEventEndpoint,
  submitBatchEndpoint,
  releaseBatchEndpoint,
  dropBatchEndpoint,
  requestRecomputationEndpoint,
  readRecomputationEndpoint,
  stopRecomputationEndpoint,
  resumeRecomputationEndpoint,
];
