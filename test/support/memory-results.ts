import type { ProgrammeId } from "#shared/domain/programme.ts";
import { type HandedResult, isNews, type NumberedResult } from "#shared/domain/settlement.ts";
import type { HandOver, Results } from "#shared/storage/results.ts";

/** Results for tests of what stands on them; it passes the same cases as the table. */
export const memoryResults = (): Results => {
  const lists = new Map<ProgrammeId, NumberedResult[]>();
  const acknowledged = new Map<ProgrammeId, number>();
  const listOf = (programmeId: ProgrammeId): NumberedResult[] => lists.get(programmeId) ?? [];
  const handOver = (programmeId: ProgrammeId): HandOver => ({
    last: listOf(programmeId).length,
    acknowledged: acknowledged.get(programmeId) ?? 0,
  });

  const appendOne = (programmeId: ProgrammeId, result: Omit<HandedResult, "corrects">) => {
    const list = listOf(programmeId);
    const told = list.findLast(({ applicationNumber }) => applicationNumber === result.applicationNumber);
    if (!isNews(told, result)) return;
    lists.set(programmeId, [...list, { ...result, corrects: told !== undefined, sequence: list.length + 1 }]);
  };

  return {
    append: async (programmeId, results) => {
      for (const result of results) appendOne(programmeId, result);
    },

    after: async (programmeId, sequence, limit) => listOf(programmeId).slice(sequence, sequence + limit),

    readHandOver: async (programmeId) => handOver(programmeId),

    acknowledge: async (programmeId, through) => {
      const { last, acknowledged: before } = handOver(programmeId);
      acknowledged.set(programmeId, Math.max(before, Math.min(through, last)));
      return handOver(programmeId);
    },
  };
};
