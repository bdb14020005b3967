import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where one system keeps what outlives it. */
export interface DataDirectory {
  /** Absent where data lie in memory. */
  readonly database: string | undefined;
  readonly queues: string | undefined;
  readonly objects: string | undefined;
  readonly checkpoints: string;
  readonly executions: string;
  readonly identityKeys: string;
  readonly issuerKey: string;
  readonly clock: string;
  readonly residents: string;
  readonly programmes: string;
  readonly generated: string;
  readonly log: string;
  /** Removes what must not outlive the system. */
  readonly close: () => void;
}

/** In memory the keys still need a file, which goes with the system. */
export const openDataDirectory = (path: string, inMemory: boolean): DataDirectory => {
  const directory = inMemory ? mkdtempSync(join(tmpdir(), "new-resident-points-")) : resolve(path);
  if (!inMemory) mkdirSync(directory, { recursive: true });
  return {
    database: inMemory ? undefined : join(directory, "database"),
    queues: inMemory ? undefined : join(directory, "queues"),
    objects: inMemory ? undefined : join(directory, "objects"),
    ...filesIn(directory),
    close: () => {
      if (inMemory) rmSync(directory, { recursive: true });
    },
  };
};

/** Forgets everything that was kept, and nothing else that may lie there. */
export const forgetData = (path: string): void => {
  const folders = ["database", "queues", "objects"].map((folder) => join(path, folder));
  for (const file of [...folders, ...Object.values(filesIn(path))]) rmSync(file, { recursive: true, force: true });
};

const filesIn = (directory: string) => ({
  identityKeys: join(directory, "identity-keys.json"),
  issuerKey: join(directory, "issuer-key.json"),
  clock: join(directory, "clock.json"),
  checkpoints: join(directory, "checkpoints.json"),
  executions: join(directory, "executions.jsonl"),
  residents: join(directory, "residents.json"),
  programmes: join(directory, "programmes.json"),
  generated: join(directory, "generated.json"),
  log: join(directory, "functions.log"),
});
