import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, inject } from "vitest";
import type { TokenRequest } from "#local/issuer.ts";
import type { Role } from "#shared/contract/roles.ts";
import { conformance } from "./conformance.ts";

interface Sent {
  readonly token?: string;
  /** A text goes as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: whoever expects something of it says what
  readonly body: any;
}

/** The whole system in a process of its own, as `npm start` brings it up. */
export interface TestSystem {
  /** Asks over HTTP. Every answer is held against the API document; a 500 is thrown with what the functions logged. */
  readonly api: (method: string, path: string, sent?: Sent) => Promise<Answer>;
  /** Asks what only the one-machine system has. */
  readonly local: (method: "GET" | "POST", path: `/local/${string}`, body?: unknown) => Promise<Answer>;
  readonly token: (role: Role | readonly Role[], more?: Partial<TokenRequestOf>) => Promise<string>;
  /** Moves the calendar day to this one. */
  readonly clock: (today: string) => Promise<void>;
  /** SIGKILL: nothing is written down, nobody says goodbye. */
  readonly kill: () => Promise<void>;
  /** Starts again with the data that are there; with another assembly it is what a deployment does. */
  readonly start: (assembly?: string) => Promise<void>;
  /** Waits until every change has been followed, no queue that is worked holds anything, and no execution runs. */
  readonly quiet: () => Promise<void>;
  readonly log: () => string;
}

interface TokenRequestOf extends Omit<TokenRequest, "areas" | "role"> {
  readonly areas: readonly string[];
}

interface Settings {
  /** Keeps its data between starts, in a directory that goes with the test. */
  readonly keepsData?: true;
  /** Loads the residents that have names. */
  readonly named?: true;
  /** Loads so many generated residents. */
  readonly generated?: number;
  /** Stays up for the next file of this worker, with all that is in it: starting costs more than most journeys. */
  readonly shared?: true;
}

/** A system that is up, and what it has printed. */
interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly output: { printed: string };
}

let shared: Running | undefined;

/** Brings the system up for one file of tests. */
export const testSystem = ({ keepsData, named, generated = 0, shared: isShared }: Settings = {}): TestSystem => {
  const directory = keepsData && mkdtempSync(join(tmpdir(), "system-"));
  const assertConforms = conformance(JSON.parse(readFileSync(openApi, "utf8")));
  let running: Running;

  const start = async (assembly = inject("assembly")): Promise<void> => {
    const where = directory === undefined ? ["--in-memory"] : ["--data", directory];
    const who = ["--residents", `${generated}`, ...(named ? [] : ["--empty"])];
    const args = [main, "--port", "0", "--verbose", "--assembly", assembly, ...where, ...who];
    const env = { ...globalThis.process.env, NODE_COMPILE_CACHE: inject("compiledCode") };
    running = await begun(spawn(nodeItself, args, { env, stdio: ["ignore", "pipe", "pipe"] }));
  };

  const startShared = async (): Promise<void> => {
    if (!shared) await start();
    shared ??= running;
    running = shared;
  };

  const stop = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    const closed = once(running.process, "close");
    running.process.kill(signal);
    await closed;
    running.output.printed = "";
  };

  const send = async (method: string, path: string, { token, body, headers = {} }: Sent) => {
    const response = await fetch(running.url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const bodyText = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), bodyText };
  };

  const api: TestSystem["api"] = async (method, path, sent = {}) => {
    const answered = await send(method, path, sent);
    assertConforms(method, path, answered);
    // a client that calls too often waits
    if (answered.status === 429) return setTimeout(50).then(() => api(method, path, sent));
    if (answered.status === 500)
      throw new Error(`${method} ${path} answered ${answered.bodyText}\n${running.output.printed.slice(-4000)}`);
    return read(answered);
  };

  const local: TestSystem["local"] = async (method, path, body) => read(await send(method, path, { body }));

  const quiet = async (): Promise<void> => {
    const since = Date.now();
    for (;;) {
      if ((await local("GET", "/local/quiet")).body.quiet) return;
      // sooner than a test's own patience ends, so that it can be seen what is still going on
      if (Date.now() - since > patience) {
        const { body } = await local("GET", "/local/status");
        throw new Error(`it does not become quiet: ${stillBusy(body)}`);
      }
      await setTimeout(20);
    }
  };

  beforeAll(() => (isShared ? startShared() : start()));
  afterAll(async () => {
    const { exitCode, signalCode } = running.process;
    if (!isShared && exitCode === null && signalCode === null) await stop("SIGTERM");
    if (directory !== undefined) rmSync(directory, { recursive: true });
  });

  return {
    api,
    local,
    token: async (role, more = {}) => (await local("POST", "/local/tokens", { role, ...more })).body.token,
    clock: async (today) => void (await local("POST", "/local/clock", { today })),
    kill: () => stop("SIGKILL"),
    start,
    quiet,
    log: () => running.output.printed,
  };
};

/** Waits until it listens. Who it is, is written down for whoever ends what the tests leave behind. */
const begun = async (process: ChildProcess): Promise<Running> => {
  const output = { printed: "" };
  for (const stream of [process.stdout, process.stderr]) stream?.on("data", (text) => (output.printed += text));
  appendFileSync(inject("begun"), `${process.pid}\n`);
  for (;;) {
    if (process.exitCode !== null) throw new Error(`the system did not start:\n${output.printed}`);
    await setTimeout(20);
    const url = /listening on (http:\S+)[\s\S]*To try it/.exec(output.printed)?.[1];
    if (url !== undefined) return { process, url, output };
  }
};

const patience = 90_000;

// biome-ignore lint/suspicious/noExplicitAny: whatever the status says
const stillBusy = ({ stream, queues, executions }: any): string =>
  JSON.stringify({
    streams: stream.shards.filter(({ idle }: { readonly idle: boolean }) => !idle),
    queues: queues.filter(
      (queue: Readonly<Record<string, number>>) => queue.visible || queue.inFlight || queue.delayed,
    ),
    executions: executions.slice(0, 3),
  });

const read = ({
  status,
  headers,
  bodyText,
}: {
  status: number;
  headers: Record<string, string>;
  bodyText: string;
}) => ({
  status,
  headers,
  body: /[/+]json\b/.test(headers["content-type"] ?? "") ? JSON.parse(bodyText) : bodyText,
});

const nodeItself = globalThis.process.execPath;
const main = fileURLToPath(import.meta.resolve("#local/start.ts"));
const openApi = new URL("../../docs/openapi.json", import.meta.url);
