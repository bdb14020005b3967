import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as after } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { FunctionDefinition } from "../template/functions.ts";
import type { Invocation, Outcome } from "./execution.ts";

interface PoolSettings {
  /** Beside what the template sets. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many events one function handles at the same time; a further one waits. */
  readonly maximumThreads: number;
  readonly calendarDayOffset: () => number;
  /** Takes what a function prints, line by line, and what becomes of it. */
  readonly log: (functionName: string, line: string) => void;
}

export interface FunctionPool {
  readonly invoke: (event: string) => Promise<Outcome>;
  readonly counts: () => { readonly invocations: number; readonly errors: number; readonly threads: number };
  readonly close: () => Promise<void>;
}

/**
 * The execution environments of one function. As on Lambda each takes one event at a time, is started when there is
 * nobody idle, and is replaced after a crash or a timeout.
 */
export const functionPool = (definition: FunctionDefinition, settings: PoolSettings): FunctionPool => {
  const threads = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: ((thread: Worker) => void)[] = [];
  const cold = new WeakSet<Worker>();
  const counts = { invocations: 0, errors: 0 };
  const log = (line: string) => settings.log(definition.name, line);
  const logLines = (input: Readable) => createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on("line", log);

  const start = (): Worker => {
    const thread = startThread(definition, settings.environment);
    threads.add(thread);
    cold.add(thread);
    logLines(thread.stdout);
    logLines(thread.stderr);
    thread.on("error", (error) => log(`crashed: ${error.stack ?? error.message}`));
    thread.on("exit", () => {
      threads.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
      const next = waiting.shift();
      if (next) next(start());
    });
    return thread;
  };

  const obtain = async (): Promise<Worker> => {
    const thread = idle.pop() ?? (threads.size < settings.maximumThreads ? start() : undefined);
    return thread ?? new Promise((resolve) => waiting.push(resolve));
  };

  const release = (thread: Worker): void => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };

  const invoke = async (event: string): Promise<Outcome> => {
    counts.invocations += 1;
    const thread = await obtain();
    const patienceMs = definition.timeoutMs + (cold.delete(thread) ? initialisationMs : 0);
    const call: Invocation = { event, requestId: randomUUID(), calendarDayOffset: settings.calendarDayOffset() };
    const outcome = await converse(thread, call, patienceMs);
    if (outcome.type === "lost") await thread.terminate();
    else release(thread);
    if (outcome.type !== "answered") {
      counts.errors += 1;
      log(`${outcome.errorType}: ${outcome.errorMessage}`);
    }
    return outcome;
  };

  return {
    invoke,
    counts: () => ({ ...counts, threads: threads.size }),
    close: async () => {
      waiting.length = 0;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
};

// what Lambda allows for loading the bundle
const initialisationMs = 10_000;

const startThread = (definition: FunctionDefinition, environment: Readonly<Record<string, string>>): Worker =>
  new Worker(new URL("./execution.ts", import.meta.url), {
    name: definition.name,
    workerData: { ...definition, bundle: bundleOf(definition) },
    env: { ...definition.environment, ...environment, ...compiledCode },
    resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb },
    stdout: true,
    stderr: true,
  });

/** Where Node keeps compiled code, if it does: a thread then starts with a third less work. */
const { NODE_COMPILE_CACHE } = process.env;
const compiledCode = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

const bundleOf = ({ directory, handler }: FunctionDefinition): string => {
  const bundle = join(directory, handler.split(".")[0] ?? "");
  return existsSync(`${bundle}.mjs`) ? `${bundle}.mjs` : `${bundle}.js`;
};

const converse = async (thread: Worker, call: Invocation, patienceMs: number): Promise<Outcome> => {
  const over = new AbortController();
  const { signal } = over;
  thread.postMessage(call);
  try {
    return await Promise.race([
      once(thread, "message", { signal }).then(([outcome]) => outcome as Outcome),
      once(thread, "exit", { signal }).then(() => lost("Runtime.ExitError", "the handler ended its thread")),
      after(patienceMs, lost("Sandbox.Timedout", `the handler took more than ${patienceMs} ms`), { signal }),
    ]);
  } catch (error) {
    return lost("Runtime.Crashed", String(error));
  } finally {
    over.abort();
  }
};

const lost = (errorType: string, errorMessage: string): Outcome => ({ type: "lost", errorType, errorMessage });
