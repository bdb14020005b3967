import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Programme } from "#shared/domain/programme.ts";
import type { PartTask, RankedFor, SettlementPhase, SettlementProgress } from "#shared/domain/settlement.ts";
import { shards } from "#shared/storage/shards.ts";

type Settled = Pick<Programme, "programmeId" | "run" | "state" | "terms">;

/**
 * What there is to do next for a programme that is being ranked: every shard that is not frozen; then the ranking; then its
 * listing. Nothing while somebody still has to say how incomplete applications go on.
 */
export const nextTasks = (
  { programmeId, run, state, terms }: Settled,
  parts: readonly SettlementProgress[],
): readonly PartTask[] => {
  const task = (phase: SettlementPhase, part: string): PartTask => ({ of: "part", programmeId, run, phase, part });
  const isDone = (phase: SettlementPhase, part: string): boolean =>
    parts.some((one) => one.phase === phase && one.part === part && one.done);

  const unfrozen = shards.filter((shard) => !isDone("freeze", shard));
  if (unfrozen.length > 0) return unfrozen.map((shard) => task("freeze", shard));
  if (undecidedIn(parts) > 0) return [];
  const whom: RankedFor = state === "settling" && terms.previewWorkingDays > 0 ? "preview" : "public";
  return [isDone("rank", whom) ? task("publish", whom) : task("rank", whom)];
};

/** How many applications wait for somebody to say how they go on. */
export const undecidedIn = (parts: readonly SettlementProgress[]): number =>
  parts.reduce((sum, { phase, counts }) => sum + (phase === "freeze" ? (counts.undecided ?? 0) : 0), 0);

/** What was granted is looked through once a day, each time as a part of its own. */
export const dailyTask = (
  { programmeId }: Pick<Programme, "programmeId">,
  { run, phase, on }: { readonly run: number; readonly phase: "grant" | "fill"; readonly on: CalendarDate },
): PartTask => ({ of: "part", programmeId, run, phase, part: on });
