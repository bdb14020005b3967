import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { S3Fault } from "./s3-fault.ts";

/** A request, its address read path-style: `/<bucket>/<key>`. */
export interface S3Request {
  readonly method: string;
  /** As it was sent, since that is what was signed. */
  readonly path: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** @throws Error when whoever asked goes before all of it has come */
export const s3Request = async (request: IncomingMessage): Promise<S3Request> => {
  const body = await bodyOf(request);
  const [path = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/s);
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return {
    method: request.method ?? "GET",
    path,
    bucket,
    key: decoded(key),
    query: new URLSearchParams(query),
    headers: request.headers,
    body,
  };
};

const decoded = (key: string): string => {
  try {
    return decodeURIComponent(key);
  } catch {
    throw new S3Fault(400, "InvalidURI", "Couldn't parse the specified URI.");
  }
};

// it lies in memory until all of it has come; S3 takes 5 GB
const maximumBytes = 64 * 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= maximumBytes) chunks.push(chunk);
  }
  if (size > maximumBytes) throw new S3Fault(400, "EntityTooLarge", `one machine takes ${maximumBytes} bytes at most`);
  return Buffer.concat(chunks);
};
