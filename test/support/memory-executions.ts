import type { ExecutionInput, Executions } from "#shared/storage/executions.ts";

/** Executions for tests of what starts them: under each name the first one, waiting to be taken. */
export const memoryExecutions = () => {
  const started = new Map<string, ExecutionInput>();
  const waiting: string[] = [];
  const executions: Executions = {
    start: async (name, input) => {
      if (started.has(name)) return "started-before";
      started.set(name, structuredClone(input));
      waiting.push(name);
      return "started";
    },
  };
  return {
    ...executions,
    names: (): readonly string[] => [...started.keys()],
    /** The input of the one that was started first and hasn't been taken yet. */
    take: (): ExecutionInput | undefined => started.get(waiting.shift() ?? ""),
  };
};
