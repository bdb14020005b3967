import * as z from "zod";
import { type AwsOperation, WireFault } from "../../aws-json-server.ts";
import type { QueueDefinition } from "../../template/queues.ts";
import type { Engine } from "../engine.ts";

/** What operations work on. */
export interface Service {
  readonly engine: Engine;
  readonly arnOf: (queue: QueueDefinition) => string;
  readonly urlOf: (queue: QueueDefinition) => string;
}

export type Operation = (service: Service) => AwsOperation;

/** An operation whose request is parsed; members that the schema does not know are refused by name. */
export const operation =
  <Schema extends z.ZodType>(
    schema: Schema,
    perform: (service: Service, request: z.infer<Schema>, gone: AbortSignal) => object | Promise<object>,
  ): Operation =>
  (service) =>
  (request, gone) => {
    const parsed = schema.safeParse(request);
    if (!parsed.success) throw new WireFault("InvalidParameterValue", z.prettifyError(parsed.error));
    return perform(service, parsed.data, gone);
  };

/**
 * Finds a queue by its name, or by a URL or ARN that ends in it.
 * @throws WireFault
 */
export const queueOf = ({ engine }: Service, address: string): QueueDefinition => {
  const name = address.split(/[/:]/).at(-1);
  const queue = engine.queues.find((each) => each.name === name);
  if (!queue) throw new WireFault("QueueDoesNotExist", `the template has no queue ${name}`);
  return queue;
};

/** The queues whose dead letters go into this one. */
export const sourcesOf = ({ engine }: Service, { name }: QueueDefinition): readonly QueueDefinition[] =>
  engine.queues.filter(({ redrive }) => redrive?.deadLetterQueue === name);
