import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { crc32 } from "node:zlib";
import { notImplemented } from "./checked-request.ts";
import type { Engine } from "./engine.ts";
import { type Operation, operations } from "./operations.ts";
import { streamOperations } from "./stream-operations.ts";
import { isWireError, wireError } from "./wire-error.ts";

interface Answer {
  readonly status: number;
  readonly content: object;
}

/** DynamoDB's JSON 1.0 protocol. Signatures are not checked: it listens to this machine only. */
export const wireServer = (engine: Engine): Server => {
  const server = createServer(async (request, response) => {
    const { status, content } = await answerTo(engine, request);
    const body = JSON.stringify(content);
    response.writeHead(status, {
      "content-type": "application/x-amz-json-1.0",
      "content-length": Buffer.byteLength(body),
      "x-amzn-requestid": randomUUID(),
      "x-amz-crc32": crc32(body),
      // closing must not wait for a client that keeps its connection
      ...(!server.listening && { connection: "close" }),
    });
    response.end(body);
  });
  return server;
};

const answerTo = async (engine: Engine, request: IncomingMessage): Promise<Answer> => {
  try {
    const body = await bodyOf(request);
    const operation = operationOf(String(request.headers["x-amz-target"]));
    return { status: 200, content: await operation(engine, body) };
  } catch (error) {
    if (isWireError(error)) return { status: error.statusCode, content: error.body };
    return { status: 500, content: wireError("InternalServerError", String(error)).body };
  }
};

const services: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  DynamoDB_20120810: operations,
  DynamoDBStreams_20120810: streamOperations,
};

const operationOf = (target: string): Operation => {
  const [service = "", name = ""] = target.split(".");
  const known = Object.hasOwn(services, service) ? services[service] : undefined;
  const operation = known && Object.hasOwn(known, name) ? known[name] : undefined;
  if (!operation) throw notImplemented("UnknownOperationException", target.replace(/^DynamoDB_20120810\./, ""));
  return operation;
};

const maxRequestSize = 16 * 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<object> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxRequestSize) throw wireError("ValidationException", "A request cannot exceed 16 MB");
    chunks.push(chunk);
  }
  try {
    return Object(JSON.parse(Buffer.concat(chunks).toString()));
  } catch {
    throw wireError("SerializationException", "The body is not JSON");
  }
};
