/** Where each function begins, by the id of the endpoint it serves; those of no endpoint serve what their names say. */
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
  "stop-recomputation": "functions/recomputation/stop-recomputation.handler.ts",
  "resume-recomputation": "functions/recomputation/resume-recomputation.handler.ts",
  "follow-changes": "functions/recomputation/follow-changes.handler.ts",
  "retry-recomputation": "functions/recomputation/retry-recomputation.handler.ts",
  "plan-recomputation": "functions/recomputation/plan-recomputation.handler.ts",
  "work-shard": "functions/recomputation/work-shard.handler.ts",
  "summarise-recomputation": "functions/recomputation/summarise-recomputation.handler.ts",
  "refuse-unknown-route": "functions/unknown-route/refuse-unknown-route.handler.ts",
} as const satisfies Record<string, `functions/${string}/${string}.handler.ts`>;

export type FunctionName = keyof typeof entries;

export const functionNames = Object.keys(entries) as readonly FunctionName[];

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(entries, name);
