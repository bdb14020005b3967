/**
 * In which stack the functions of a duty lie. CloudFormation takes 500 resources a stack, and a function that serves a
 * call comes to eight. A duty may be moved: functions hold no state.
 */
export const stackOf = {
  "score-query": "Service",
  intake: "Service",
  recomputation: "Service",
  messages: "Service",
  reactions: "Service",
  "unknown-route": "Service",
  "review-submission": "Procedure",
  evidence: "Procedure",
  letters: "Procedure",
  programmes: "PublicServices",
  applications: "PublicServices",
  "public-listing": "Settlement",
  households: "PublicServices",
  settlement: "Settlement",
  findings: "PublicServices",
} as const satisfies Record<string, string>;

/** A folder of `functions/`. */
export type Duty = keyof typeof stackOf;

export type FunctionStackName = (typeof stackOf)[Duty];
