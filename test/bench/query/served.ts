/** The functions that are compared, each under a path of its name. */
export const functionNames = ["query-score", "same-reads", "nothing"] as const;
export type FunctionName = (typeof functionNames)[number];

/** What a process says that serves them. */
export interface Served {
  readonly url: string;
  readonly token: string;
  readonly residentIds: readonly string[];
}
