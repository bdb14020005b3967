import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type PlantedFault, plant, plantedFaults } from "./planted-faults.ts";
import { forkPlayer } from "./play-beside.ts";
import type { Played } from "./play-here.ts";

/**
 * Plants the faults one at a time in a scratch copy of the sources and plays seeds until one of them fails; answers
 * whether the sources themselves hold, and every fault was caught.
 */
export const catchFaults = async (only: string): Promise<boolean> => {
  const scratch = mkdtempSync(join(tmpdir(), "planted-faults-"));
  try {
    for (const folder of ["shared", "functions", "policies", "test", "package.json"]) {
      cpSync(join(root, folder), join(scratch, folder), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"));

    const sound = await played(scratch, seedsWithoutFault);
    console.log(`no fault: ${sound.failed ? `seed ${sound.failed.seed} fails` : `${seedsWithoutFault} seeds hold`}`);
    let all = !sound.failed;
    for (const fault of plantedFaults().filter(({ name }) => name.includes(only))) {
      const { failed } = await withFault(scratch, fault);
      all &&= failed !== undefined;
      console.log(
        `${fault.name}: ${fault.what}\n    ${failed ? `caught at seed ${failed.seed}: ${failed.violation.invariant}` : "NOT CAUGHT"}`,
      );
    }
    return all;
  } finally {
    rmSync(scratch, { recursive: true });
  }
};

const root = fileURLToPath(new URL("../../", import.meta.url));
const seedsWithoutFault = 200;
const mostSeeds = 5000;

const withFault = async (scratch: string, fault: PlantedFault): Promise<Pick<Played, "failed">> => {
  const takeOut = plant(scratch, fault);
  try {
    return await played(scratch, mostSeeds);
  } finally {
    takeOut();
  }
};

const played = async (scratch: string, seeds: number): Promise<Pick<Played, "failed">> => {
  let last: Played | undefined;
  const program = join(scratch, "test/simulation/main.ts");
  const { process } = forkPlayer(program, { from: 1, seeds, every: 1 }, (told) => {
    last = told;
  });
  await once(process, "close");
  if (!last) throw new Error("the scratch copy did not play");
  return last;
};
