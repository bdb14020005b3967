import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import * as z from "zod";
import { targetOf } from "../gateway/http-event.ts";
import { readBody } from "../gateway/read-body.ts";

/** `begun`: it goes on after the answer. `conflict`: it can't be had now. */
export type LocalAnswer =
  | { readonly json: unknown; readonly begun?: true }
  | { readonly page: string }
  | { readonly conflict: string };

/** By method and path: `POST /local/clock`. What a schema refuses becomes a 400 that says where. */
export type LocalCalls = Readonly<
  Record<`${"GET" | "POST"} /local/${string}`, (body: unknown) => Promise<LocalAnswer>>
>;

/** What only the one-machine system has. Errors are problem+json, as everywhere. */
export const localRoutes = (calls: LocalCalls) => {
  const answerTo = async (request: IncomingMessage): Promise<[number, string, string]> => {
    const path = targetOf(request)?.path ?? "";
    const call = Object.entries(calls).find(([key]) => key === `${request.method} ${path}`)?.[1];
    const methods = Object.keys(calls).flatMap((key) => (key.endsWith(` ${path}`) ? [key.split(" ")[0]] : []));
    const body = await readBody(request, 64 * 1024);
    if (!call && methods.length > 0) return problem(405, `Use ${methods.join(" or ")} ${path}.`);
    if (!call) return problem(404, `There are ${Object.keys(calls).join(", ")}.`);
    try {
      const answer = await call(request.method === "GET" ? undefined : JSON.parse(body?.toString() ?? ""));
      if ("page" in answer) return [200, "text/html; charset=utf-8", answer.page];
      if ("conflict" in answer) return problem(409, answer.conflict);
      return [answer.begun ? 202 : 200, "application/json", JSON.stringify(answer.json, null, 2)];
    } catch (error) {
      if (error instanceof SyntaxError) return problem(400, "Send a JSON object.");
      if (error instanceof z.ZodError)
        return problem(400, "Correct what `errors` lists.", { errors: fieldErrors(error) });
      if (error instanceof RangeError) return problem(400, error.message);
      return problem(500, error instanceof Error ? error.message : String(error));
    }
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [status, type, text] = await answerTo(request);
    response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text) }).end(text);
  };
};

const problem = (status: number, detail: string, more: object = {}): [number, string, string] => [
  status,
  "application/problem+json",
  JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, detail, ...more }),
];

const fieldErrors = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => ({ field: path.join(".") || "$", detail: message }));
