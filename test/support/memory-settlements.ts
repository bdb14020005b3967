import type { SettlementProgress } from "#shared/domain/settlement.ts";
import type { Settlements } from "#shared/storage/settlements.ts";

/** Settlements for tests of what stands on them; it passes the same cases as the table. */
export const memorySettlements = (): Settlements => {
  const parts = new Map<string, string>();
  const keyOf = ({ programmeId, run, phase, part }: Parameters<Settlements["readPart"]>[0]) =>
    [programmeId, run, phase, part].join(" ");
  const at = (key: string): SettlementProgress | undefined => {
    const stored = parts.get(key);
    return stored === undefined ? undefined : JSON.parse(stored);
  };

  return {
    readPart: async (part) => at(keyOf(part)),

    readParts: async (programmeId, run) =>
      [...parts.values()]
        .map((stored): SettlementProgress => JSON.parse(stored))
        .filter((progress) => progress.programmeId === programmeId && progress.run === run)
        .sort((one, other) => (`${one.phase}#${one.part}` < `${other.phase}#${other.part}` ? -1 : 1)),

    savePart: async (progress) => {
      const stored = at(keyOf(progress));
      const isOwn = stored?.page === progress.page && stored.worker === progress.worker;
      if (!isOwn && (stored?.page ?? 0) !== progress.page - 1) return false;
      parts.set(keyOf(progress), JSON.stringify(progress));
      return true;
    },
  };
};
