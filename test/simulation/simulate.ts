import { AreaCode } from "#shared/domain/area.ts";
import { date } from "#shared/domain/calendar.ts";
import { applyChange, type DossierChange, type RecordedChange } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { birthDates, issueOf, people } from "./arrivals.ts";
import { planOf } from "./plan.ts";
import { quiet } from "./quiet.ts";
import { storm } from "./storm.ts";
import { createSystem, type System } from "./system.ts";
import type { Trace } from "./trace.ts";
import type { Violation } from "./violations.ts";
import { withVirtualPauses } from "./virtual-pauses.ts";

/** What came of one simulation. */
export interface Simulated {
  readonly seed: number;
  readonly violation: Violation | undefined;
  readonly trace: Trace;
}

/** Plays one simulation from beginning to end. The same seed plays the same one, step by step. */
export const simulate = async (seed: number): Promise<Simulated> => {
  const system = createSystem(planOf(seed));
  await withVirtualPauses(system.scheduler, async () => {
    await register(system);
    const life = await storm(system);
    if (!system.violations.first()) await quiet(system, life);
  });
  return { seed, violation: system.violations.first(), trace: system.trace };
};

/** Everyone is registered and holds a permit before it begins. */
const register = async (system: System): Promise<void> => {
  for (const [person, residentId] of people.slice(0, system.plan.persons).entries()) {
    const identityBirthDate = birthDates[person] ?? date("1990-01-01");
    await change(system, residentId, { type: "registered", area: AreaCode.parse("339901"), identityBirthDate });
    const event = issueOf(person, system.plan.startsOn);
    await change(system, residentId, { type: "permit-event-recorded", event });
  }
};

const change = async ({ stores, clock }: System, residentId: ResidentId, made: DossierChange): Promise<void> => {
  const before = await stores.residents.read(residentId);
  const version = (before?.version ?? 0) + 1;
  const received = { receivedAt: clock.now(), receivedOn: clock.today(), by: "a feed" };
  const recorded: RecordedChange = { residentId, version, change: made, ...received };
  await stores.residents.append(applyChange(before, recorded), recorded);
};
