/** Where each function begins, by the id of the endpoint it serves; `refuse-unknown-route` serves what no endpoint does. */
export const entries = {
  "query-score": "functions/score-query/query-score.handler.ts",
  "query-history": "functions/score-query/query-history.handler.ts",
  "estimate-score": "functions/score-query/estimate-score.handler.ts",
  "register-resident": "functions/intake/register-resident.handler.ts",
  "resolve-resident": "functions/intake/resolve-resident.handler.ts",
  "report-facts": "functions/intake/report-facts.handler.ts",
  "record-permit-event": "functions/intake/record-permit-event.handler.ts",
  "submit-batch": "functions/intake/submit-batch.handler.ts",
  "release-batch": "functions/intake/release-batch.handler.ts",
  "drop-batch": "functions/intake/drop-batch.handler.ts",
  "request-recomputation": "functions/recomputation/request-recomputation.handler.ts",
  "read-recomputation": "functions/recomputation/read-recomputation.handler.ts",
  "refuse-unknown-route": "functions/unknown-route/refuse-unknown-route.handler.ts",
} as const satisfies Record<string, `functions/${string}/${string}.handler.ts`>;

export type FunctionName = keyof typeof entries;

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(entries, name);
