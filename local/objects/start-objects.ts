import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, validateHeaderValue } from "node:http";
import type { AddressInfo } from "node:net";
import { type ObjectStore, perform, type S3Answer, tellQueues } from "./perform.ts";
import { faultXml, S3Fault } from "./s3-fault.ts";
import { s3Request } from "./s3-request.ts";
import { openStoredObjects } from "./stored-objects.ts";

interface ObjectsOptions extends Omit<ObjectStore, "objects"> {
  /** Where objects lie. Without one they are kept in memory. */
  readonly directory?: string;
}

export interface Objects {
  readonly endpoint: string;
  readonly counts: () => Readonly<Record<string, { readonly objects: number; readonly bytes: number }>>;
  /** Lets go of what the buckets' rules keep no longer. Every request does so first. */
  readonly expire: () => void;
  readonly close: () => Promise<void>;
}

/** Starts the embedded object store on a free port of 127.0.0.1. */
export const startObjects = async ({ directory, ...options }: ObjectsOptions): Promise<Objects> => {
  const { buckets, now } = options;
  const objects = openStoredObjects(directory);
  const store: ObjectStore = { ...options, objects };
  // what a kill came between
  tellQueues(store);

  const expire = (): void => {
    for (const { name, expiries } of buckets)
      for (const { prefix, days } of expiries) objects.forget(name, prefix, keptSince(now(), days));
  };

  const server = createServer(async (request, response) => {
    const answer = await answerTo(request, (asked) => {
      expire();
      return perform(store, asked);
    });
    response.writeHead(answer.status, {
      ...answer.headers,
      "x-amz-request-id": randomUUID(),
      // closing must not wait for a client that keeps its connection
      ...(!server.listening && { connection: "close" }),
    });
    response.end(answer.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts: () => {
      expire();
      return Object.fromEntries(buckets.map(({ name }) => [name, objects.counts(name)]));
    },
    expire,
    close: async () => {
      await Promise.all([once(server, "close"), server.close()]);
      objects.close();
    },
  };
};

const answerTo = async (
  request: IncomingMessage,
  answer: (asked: Awaited<ReturnType<typeof s3Request>>) => Promise<S3Answer>,
): Promise<S3Answer> => {
  try {
    return withSoundHeaders(await answer(await s3Request(request)));
  } catch (error) {
    // where whoever asked has gone in the middle of it, nobody hears this
    const fault = error instanceof S3Fault ? error : new S3Fault(500, "InternalError", String(error));
    return { status: fault.status, headers: { "content-type": "application/xml" }, body: Buffer.from(faultXml(fault)) };
  }
};

const withSoundHeaders = (answer: S3Answer): S3Answer => {
  try {
    for (const [name, value] of Object.entries(answer.headers)) validateHeaderValue(name, String(value));
  } catch {
    throw new S3Fault(400, "InvalidArgument", "Header value cannot be represented using ISO-8859-1.");
  }
  return answer;
};

const day = 86_400_000;

// S3 rounds up to the next midnight UTC
const keptSince = (now: number, days: number): number => (Math.floor(now / day) - days) * day;
