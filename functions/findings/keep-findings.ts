import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { FindingStepType } from "#shared/domain/finding.ts";
import { mayTakeFindingStep } from "#shared/domain/may-take-finding-step.ts";
import { findingCalendarStep } from "#shared/procedure/finding-calendar.ts";
import { log } from "#shared/runtime/log.ts";
import type { FindingPlace, Findings } from "#shared/storage/findings.ts";
import { shards } from "#shared/storage/shards.ts";
import { type CarryingOut, carryOut } from "./carry-out.ts";
import { recordFindingStep } from "./record-finding-step.ts";

export interface KeepingFindings extends CarryingOut {
  readonly findings: CarryingOut["findings"] & Pick<Findings, "due">;
}

/**
 * What the calendar does to findings: ends the time to speak and to appeal, fixes terms whose holidays have become known,
 * and makes up for what was decided and not carried out. A run that ends half-way is made up for by the next.
 * @throws Error when some failed, after all the others were done
 */
export const keepFindings = (keeping: KeepingFindings) => async (): Promise<void> => {
  const on = keeping.today();
  let [taken, failed] = [0, 0];
  for (const shard of shards) {
    let cursor: string | undefined;
    do {
      const page = await keeping.findings.due(shard, on, { limit: 50, ...(cursor !== undefined && { cursor }) });
      for (const place of page.entries) {
        try {
          await carryOut(keeping, place);
          taken += (await keepFinding(keeping, place, on)).length;
        } catch (fault) {
          failed += 1;
          log.error("finding-not-kept", { ...place, fault });
        }
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  log.info("findings-kept", { counts: { taken, failed } });
  if (failed > 0) throw new Error(`${failed} findings were not kept`);
};

/** Takes every step that is due, one after the other. */
const keepFinding = async (
  keeping: KeepingFindings,
  { residentId, findingId }: FindingPlace,
  on: CalendarDate,
): Promise<readonly FindingStepType[]> => {
  const taken: FindingStepType[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await keeping.findings.read(residentId, findingId);
    const step = before && findingCalendarStep(before, on, keeping.workingDays);
    if (!step) return taken;
    mayTakeFindingStep(before, step.type, system, on);
    if (await recordFindingStep(keeping, { findingId, residentId, before, step, who: system, on }))
      taken.push(step.type);
  }
  throw new Error("a finding kept being changed by others");
};

/** More than the calendar ever has to do to one finding at once, and to spare for others who are at it. */
const attempts = 10;

const system = { subject: "system", role: "system" } as const;
