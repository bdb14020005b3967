import type { FunctionName } from "./entries.ts";

/** Memory brings processor time with it: at 1,769 MB a function has one whole core. */
export interface Size {
  readonly memory: number;
  /** Below the 30 s after which the gateway answers 503 in the function's place. */
  readonly seconds: number;
}

const usual: Size = { memory: 1_024, seconds: 10 };
const manyPeople: Size = { memory: 1_769, seconds: 28 };

const unusual: Partial<Record<FunctionName, Size>> = { "submit-batch": manyPeople, "release-batch": manyPeople };

export const sizeOf = (name: FunctionName): Size => unusual[name] ?? usual;
