import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type CalendarDate, type Day, dayOf } from "#shared/domain/calendar.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { System } from "../system.ts";
import { bulkIntake } from "./bulk-intake.ts";
import { generatedResident } from "./generated-resident.ts";

interface Load {
  readonly residents: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Which people a data directory holds already: the first so many of a seed, as they stood on a day. */
interface Progress {
  readonly seed: number;
  readonly on: CalendarDate;
  readonly done: number;
}

/** Loads generated people behind the running system's back, as fast as the engine writes, and goes on where it was stopped. */
export const loadGenerated = async (system: System, { residents, seed, signal, say }: Load): Promise<void> => {
  const file = system.data.generated;
  const before: Progress | undefined = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const begun = before?.seed === seed ? before : { seed, on: system.clock.today(), done: 0 };
  const on: Day = dayOf(begun.on);
  const takeIn = bulkIntake(system);
  const startedAt = Date.now();
  let saidAt = startedAt;

  for (let done = begun.done; done < residents && !signal.aborted; ) {
    const next = Math.min(done + atOnce, residents);
    const groups = Array.from({ length: Math.ceil((next - done) / perGroup) }, (_, group) => done + group * perGroup);
    await inParallel(groups, groups.length, (first) =>
      takeIn(
        Array.from({ length: Math.min(perGroup, next - first) }, (_, place) =>
          generatedResident(seed, first + place, on),
        ),
      ),
    );
    done = next;
    writeFileSync(file, JSON.stringify({ ...begun, done } satisfies Progress));
    if (Date.now() - saidAt < 5000 && done < residents) continue;
    saidAt = Date.now();
    const perSecond = Math.round(((done - begun.done) / (saidAt - startedAt)) * 1000);
    say(`generated residents: ${done} of ${residents}, ${perSecond} a second`);
  }
};

const perGroup = 50;
const atOnce = 8 * perGroup;
