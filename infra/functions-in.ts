import { entries, type FunctionName, functionNames } from "./entries.ts";
import { type FunctionStackName, stackOf } from "./stack-of.ts";

/** The functions of one stack, by the duties that lie in it. */
export const functionsIn = (stack: FunctionStackName): readonly FunctionName[] => {
  const folders = Object.entries(stackOf).flatMap(([duty, of]) => (of === stack ? [`functions/${duty}/`] : []));
  return functionNames.filter((name) => folders.some((folder) => entries[name].startsWith(folder)));
};
