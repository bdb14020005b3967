import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { EnvironmentName } from "./environments.ts";
import { projectRoot } from "./project-root.ts";
import { sourceDigest } from "./source-digest.ts";

interface Wanted {
  readonly environment: EnvironmentName;
  /** Where assemblies are kept. Two processes may use one place at once. */
  readonly outdir?: string;
}

/**
 * Makes the templates and the bundles of the sources as they stand. Those of the same sources are taken again: they lie
 * under their digest and came there whole, so that they are neither stale nor half made.
 * @returns the directory of the assembly
 */
export const synthesise = async (wanted: Wanted): Promise<string> => {
  const { environment, outdir = join(projectRoot, "cdk.out", "assemblies") } = wanted;
  const digest = sourceDigest();
  const directory = join(outdir, `${environment}-${digest}`);
  if (!existsSync(directory)) {
    await mkdir(outdir, { recursive: true });
    const draft = await mkdtemp(join(outdir, "draft-"));
    try {
      await runApp(environment, draft);
      // somebody is writing: this is of neither the old sources nor the new ones
      if (sourceDigest() !== digest) return await synthesise(wanted);
      await rename(draft, directory).catch(unlessAnotherWasFirst);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  const now = new Date();
  await utimes(directory, now, now);
  await keepNewest(outdir);
  return directory;
};

/** The app that is deployed, for no account in particular. What deploys checks it against rules; this only runs it. */
const runApp = async (environment: EnvironmentName, outdir: string): Promise<void> => {
  const { CDK_DEFAULT_ACCOUNT: _, ...inherited } = process.env;
  const env = {
    ...inherited,
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify({ environment }),
    CDK_VALIDATION: "false",
  };
  await promisify(execFile)(process.execPath, [join(projectRoot, "infra", "app.ts")], { cwd: projectRoot, env });
};

const unlessAnotherWasFirst = (cause: NodeJS.ErrnoException): void => {
  if (cause.code !== "ENOTEMPTY" && cause.code !== "EEXIST") throw new Error("assembly not kept", { cause });
};

/** Many enough that none in use goes. Drafts of killed processes grow old here as well. */
const keepNewest = async (outdir: string): Promise<void> => {
  const found = await Promise.all(
    (await readdir(outdir)).map(async (name) => {
      const path = join(outdir, name);
      return { path, used: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  const old = found.sort((one, other) => other.used - one.used).slice(keptAssemblies);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
};

const keptAssemblies = 12;
