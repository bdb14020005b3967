import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { type RedriveOptions, redriveOptions, usage } from "./redrive/arguments.ts";
import { type DeadLetters, deadLettersIn, moveBack } from "./redrive/dead-letters.ts";
import { forgetBefore } from "./redrive/forget-before.ts";

/** A call that makes no sense, as against one that something stopped. */
class Misuse extends Error {}

const redrive = async (options: RedriveOptions): Promise<void> => {
  const sqs = options.local === undefined ? clientOnAws(options.queue) : await clientOf(options.local);
  const all = await chosen(sqs, options);
  for (const letters of all) {
    if (options.forgetBefore) await forget(sqs, letters, options.forgetBefore);
    else await moveAll(sqs, letters, options.look);
  }
};

/** One queue that was named, or on one machine every dead-letter queue. */
const chosen = async (sqs: SQSClient, { queue }: RedriveOptions): Promise<readonly DeadLetters[]> => {
  if (queue !== undefined) return [await deadLettersIn(sqs, queue)];
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const all = await Promise.all(QueueUrls.map((url) => deadLettersIn(sqs, url)));
  return all.filter(({ sources }) => sources.length > 0);
};

const moveAll = async (sqs: SQSClient, letters: DeadLetters, look: boolean): Promise<void> => {
  const { name, sources, lying, inFlight } = letters;
  if (sources.length === 0) throw new Misuse(noWayBack(letters));
  say(`${name}: ${counted(lying)} of ${sources.join(", ")}${inFlight > 0 ? `, ${inFlight} more in flight` : ""}`);
  if (look || lying === 0) return;
  const { moved, failure } = await moveBack(sqs, letters);
  const after = await deadLettersIn(sqs, letters.queueUrl);
  say(`${name}: ${moved} moved back, ${after.lying + after.inFlight} remain`);
  if (failure !== undefined) throw new Error(`${name}: not all could be moved back: ${failure}`);
};

const forget = async (sqs: SQSClient, { name, queueUrl, sources }: DeadLetters, moment: Date): Promise<void> => {
  if (sources.length > 0) throw new Misuse(`${name} holds dead letters of ${sources.join(", ")}: move them back`);
  const forgotten = await forgetBefore(sqs, queueUrl, moment);
  const after = await deadLettersIn(sqs, queueUrl);
  say(`${name}: ${forgotten} forgotten, ${after.lying + after.inFlight} remain`);
};

const noWayBack = ({
  name,
  lying,
}: DeadLetters) => `${name} is no queue's dead-letter queue: what lies there (${lying}) \
did not come from a queue and can't be moved back to one.
Does it hold positions of the change feed (FeedFailures)? Their way back is a sweep:
  POST /v1/recomputations {"everyone": true}
Does it hold positions of the outbox (OutboxFailures)? The next day offers those messages again.
Does it hold positions to which nobody reacted (ReactionFailures)? docs/operations.md says how to find whose.
Does it hold calls of the schedule (ScheduleFailures)? The next night does what this one missed; at once does it
  POST /v1/recomputations {"due": true}
When that is done: npm run redrive, with --queue as now and --forget-before the moment it began.`;

const clientOnAws = (queueUrl: string): SQSClient => {
  // the queue's own region, whatever the environment says
  const region = /^sqs\.([a-z0-9-]+)\./.exec(new URL(queueUrl).hostname)?.[1];
  return new SQSClient(region === undefined ? {} : { region });
};

const Status = z.object({ endpoints: z.object({ queues: z.url() }) });

const clientOf = async (address: string): Promise<SQSClient> => {
  const response = await fetch(new URL("/local/status", address)).catch(() => undefined);
  const status = Status.safeParse(await response?.json().catch(() => undefined));
  if (!status.success) throw new Error(`no one-machine system answers at ${address}: is it started (npm start)?`);
  return new SQSClient({
    endpoint: status.data.endpoints.queues,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    useQueueUrlAsEndpoint: false,
  });
};

const counted = (number: number): string => (number === 1 ? "1 dead letter" : `${number} dead letters`);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const complain = (error: unknown, status: number): void => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = status;
};

const options = (): RedriveOptions | undefined => {
  try {
    return redriveOptions(process.argv.slice(2));
  } catch (error) {
    complain(error, 2);
    process.stderr.write(`${usage}\n`);
    return undefined;
  }
};

if (process.argv.includes("--help")) {
  say(usage);
} else {
  const chosenOptions = options();
  if (chosenOptions) {
    await redrive(chosenOptions).catch((error: unknown) => complain(error, error instanceof Misuse ? 2 : 1));
  }
}
