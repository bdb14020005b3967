import { messageQueue } from "../sender.ts";
import type { System } from "../system.ts";

type Asked = Pick<System, "wiring" | "queues" | "executions" | "asynchronous" | "walk">;

/** `GET /local/quiet`: what the status says under `quiet`, for whoever waits for it and asks often. */
export const isQuiet = async (system: Asked & Pick<System, "pump">): Promise<boolean> =>
  // asking the streams is what costs
  hasNothingToDo(system) && (await system.pump.isIdle()) && hasNothingToDo(system);

/** Whether beside the streams nothing is left: no queue that is worked holds anything, and nothing runs. */
export const hasNothingToDo = ({ wiring, queues, executions, asynchronous, walk }: Asked): boolean => {
  if (executions.running() + asynchronous.running() > 0 || walk.under() !== null) return false;
  const mapped = wiring.mappings.queues.map(({ queueArn }) => queueArn.split(":").at(-1));
  const worked = [...mapped, messageQueue];
  const ages = queues.ages();
  return wiring.queues.every(({ name }) => !worked.includes(name) || isEmpty(ages[name]));
};

const isEmpty = (counts: ReturnType<System["queues"]["ages"]>[string] | undefined): boolean =>
  counts === undefined || counts.visible + counts.inFlight + counts.delayed === 0;
