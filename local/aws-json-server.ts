import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";

/** Carries out one operation of a service. The signal tells when whoever asked has gone. */
export type AwsOperation = (request: object, gone: AbortSignal) => object | Promise<object>;

interface AwsService {
  /** What stands before the operation in `X-Amz-Target`: `AmazonSQS`, `AWSStepFunctions`. */
  readonly targetPrefix: string;
  readonly operations: Readonly<Record<string, AwsOperation>>;
}

/** An error that the client gets to see, under the name the SDK knows it by. */
export class WireFault extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** The AWS JSON 1.0 protocol. Signatures are not checked: it listens to this machine only. */
export const awsJsonServer = (service: AwsService): Server => {
  const server = createServer(async (request, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const { status, content } = await answerTo(service, request, gone.signal);
    response.writeHead(status, {
      "content-type": "application/x-amz-json-1.0",
      "x-amzn-requestid": randomUUID(),
      // closing must not wait for a client that keeps its connection
      ...(!server.listening && { connection: "close" }),
    });
    response.end(JSON.stringify(content));
  });
  return server;
};

const answerTo = async ({ targetPrefix, operations }: AwsService, request: IncomingMessage, gone: AbortSignal) => {
  try {
    const name = String(request.headers["x-amz-target"]).replace(`${targetPrefix}.`, "");
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!operation) throw new WireFault("UnknownOperationException", `${name} is not implemented on one machine`);
    return { status: 200, content: await operation(await bodyOf(request), gone) };
  } catch (error) {
    if (error instanceof WireFault) return { status: 400, content: { __type: error.type, message: error.message } };
    return { status: 500, content: { __type: "InternalFailure", message: String(error) } };
  }
};

// more than any of these services takes
const maximumBytes = 16 * 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<object> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maximumBytes) throw new WireFault("RequestEntityTooLarge", "the request exceeds 16 MB");
    chunks.push(chunk);
  }
  try {
    return Object(JSON.parse(Buffer.concat(chunks).toString()));
  } catch {
    throw new WireFault("SerializationException", "the body is not JSON");
  }
};
