import { setTimeout as after } from "node:timers/promises";
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { OutgoingMessage } from "#shared/contract/messages.ts";
import { ContactAddress, masked } from "#shared/domain/contact-point.ts";
import { region } from "./template/resolve.ts";

/** The queue of messages, as the template calls it. */
export const messageQueue = "MessageQueue";

interface SenderOptions {
  /** Of the queues. */
  readonly endpoint: string;
  /** Of the API. */
  readonly url: string;
  /** For the role `sender`. */
  readonly token: () => Promise<string>;
  readonly log: (text: string) => void;
}

export interface Sender {
  /** What was sent last, the newest first, each once. Addresses are masked. */
  readonly sent: () => readonly SentMessage[];
  /** Lets what is under way end. */
  readonly stop: () => Promise<void>;
}

interface SentMessage {
  readonly messageId: string;
  readonly kind: string;
  readonly to: string;
  readonly text: string;
}

/** Stands in for whoever sends messages: takes ids from the queue, reads each over HTTP, shows it, and says so. */
export const startSender = ({ endpoint, url, token, log }: SenderOptions): Sender => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const sqs = new SQSClient({ endpoint, region, useQueueUrlAsEndpoint: false, credentials });
  const ending = new AbortController();
  // by id, as a channel that is given the id as its key sends once
  const sent = new Map<string, SentMessage>();

  const call = async (method: "GET" | "POST", path: string): Promise<Response> =>
    fetch(`${url}/v1/messages/${path}`, { method, headers: { authorization: `Bearer ${await token()}` } });

  const handle = async ({ Body = "", ReceiptHandle }: Message): Promise<void> => {
    const answer = await call("GET", Body);
    // 404 and 409: there is nothing to send, and it is offered again once there is
    if (![200, 404, 409].includes(answer.status)) throw new Error(`the message could not be read: ${answer.status}`);
    const message = answer.ok ? ((await answer.json()) as OutgoingMessage) : undefined;
    if (message?.state === "waiting") {
      const { messageId, kind, text, channel, address } = message;
      const to = masked(ContactAddress.parse({ channel, address }));
      sent.set(messageId, { messageId, kind, to, text });
      const recorded = await call("POST", `${messageId}/delivery`);
      if (!recorded.ok) throw new Error(`the delivery could not be recorded: ${recorded.status}`);
    }
    await sqs.send(new DeleteMessageCommand({ QueueUrl: messageQueue, ReceiptHandle }));
  };

  const work = async (): Promise<void> => {
    const receive = new ReceiveMessageCommand({ QueueUrl: messageQueue, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 });
    while (!ending.signal.aborted) {
      try {
        const { Messages = [] } = await sqs.send(receive, { abortSignal: ending.signal });
        for (const message of Messages)
          await handle(message).catch((error) => log(`a message comes again: ${error}\n`));
      } catch (error) {
        if (ending.signal.aborted) return;
        log(`no messages could be received: ${error}\n`);
        await after(1000, undefined, { signal: ending.signal }).catch(() => undefined);
      }
    }
  };
  const working = work();

  return {
    sent: () => [...sent.values()].reverse().slice(0, mostShown),
    stop: async () => {
      ending.abort();
      await working;
      sqs.destroy();
    },
  };
};

const mostShown = 50;
