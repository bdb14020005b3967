import { synthesise } from "#infra/synthesise.ts";
import { announcement } from "./announce.ts";
import { type StartOptions, startOptions, usage } from "./arguments.ts";
import { forgetData, openDataDirectory } from "./data-directory.ts";
import { loadGenerated } from "./demo/load-generated.ts";
import { loadNamed } from "./demo/load-named.ts";
import { loadProgrammes } from "./demo/load-programmes.ts";
import { openDatabase } from "./open-database.ts";
import { startSystem } from "./system.ts";

const start = async ({
  fresh,
  inMemory,
  data: path,
  residents,
  seed,
  empty,
  ...options
}: StartOptions): Promise<void> => {
  const assembly = options.assembly ?? (await synthesise({ environment: "demo" }));
  if (fresh && !inMemory) await forget(path);
  const system = await startSystem({ ...options, assembly, data: openDataDirectory(path, inMemory) });
  const stop = new AbortController();
  let loading: Promise<void> = Promise.resolve();
  onceAskedToEnd(async () => {
    stop.abort();
    await loading;
    await system.close();
  });

  const residentsLoaded = empty ? [] : await loadNamed(system);
  const programmesLoaded = empty ? [] : await loadProgrammes(system);
  console.log(await announcement(system, residentsLoaded, programmesLoaded));
  if (residents > 0) {
    loading = loadGenerated(system, { residents, seed, signal: stop.signal, say: console.log }).catch(fail);
  }
};

/** Opening it first makes sure that nobody else is using it. */
const forget = async (path: string): Promise<void> => {
  const { database } = openDataDirectory(path, false);
  await (await openDatabase(database)).close();
  forgetData(path);
};

const onceAskedToEnd = (end: () => Promise<void>): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  // npm hands a SIGTERM to its shell only, and the shell not on to what it runs
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
};

const fail = (error: unknown): never => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
};

const options = (): StartOptions => {
  if (process.argv.includes("--help")) {
    console.log(usage);
    process.exit();
  }
  try {
    return startOptions(process.argv.slice(2));
  } catch (error) {
    console.error(usage);
    return fail(error);
  }
};

// whichever part it was, the others go on
process.on("unhandledRejection", (error) => console.error("a part of the one-machine system failed:", error));

await start(options()).catch(fail);
