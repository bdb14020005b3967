import type { Api } from "./api.ts";
import type { BucketDefinition } from "./buckets.ts";
import type { EventSourceMappings } from "./event-source-mappings.ts";
import type { FunctionDefinition } from "./functions.ts";
import type { InvokeConfig } from "./invoke-configs.ts";
import type { QueueDefinition } from "./queues.ts";
import type { ScheduleDefinition } from "./schedules.ts";
import type { StateMachineDefinition } from "./state-machines.ts";
import type { TableDefinition } from "./tables.ts";

/** All that the one-machine system takes from the synthesized templates. */
export interface Wiring {
  readonly tables: readonly TableDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly api: Api;
  readonly mappings: EventSourceMappings;
  readonly queues: readonly QueueDefinition[];
  readonly stateMachines: readonly StateMachineDefinition[];
  readonly invokeConfigs: readonly InvokeConfig[];
  readonly buckets: readonly BucketDefinition[];
  readonly schedules: readonly ScheduleDefinition[];
}
