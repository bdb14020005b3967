import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const environment = { ...process.env, LOG_LEVEL: "SILENT" };

interface Task {
  readonly args: readonly string[];
  /** What Node itself is told. */
  readonly flags?: readonly string[];
}

/** Runs one of the bench's programs to its end; gives what it printed. */
export const run = async (program: URL, { args, flags = [] }: Task): Promise<string> =>
  (await promisify(execFile)(process.execPath, [...flags, program.pathname, ...args], { env: environment })).stdout;

export interface Running {
  /** What it printed when it was ready. */
  readonly said: string;
  readonly stop: () => Promise<void>;
}

interface Beginning {
  readonly args?: readonly string[];
  /** What it prints once it is ready; any line if nothing is given. */
  readonly said?: RegExp;
}

/** Starts one of the bench's programs, and answers once it is ready. */
export const start = async (program: URL, { args = [], said = /./ }: Beginning = {}): Promise<Running> => {
  const child = spawn(process.execPath, [program.pathname, ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ready = async (): Promise<string> => {
    for await (const line of createInterface(child.stdout)) if (said.test(line)) return line;
    throw new Error(`${program.pathname} ended before it was ready`);
  };
  const line = await ready();
  child.stdout.resume();
  return {
    said: line,
    stop: async () => {
      const closed = once(child, "close");
      child.kill();
      await closed;
    },
  };
};
