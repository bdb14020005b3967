import type { Programme, ProgrammeId, RecordedProgrammeStep } from "#shared/domain/programme.ts";
import {
  cityOf,
  programmeDayPlaces,
  programmeIdIn,
  programmeIds,
  programmeToItem,
} from "#shared/storage/programme-items.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import { pageOf } from "./memory-pages.ts";

/** Programmes for tests of what stands on them; it passes the same cases as the table. */
export const memoryProgrammes = (): Programmes => {
  // as text, so that nobody changes what is stored by changing what they read
  const stored = new Map<ProgrammeId, { readonly text: string; readonly item: ReturnType<typeof programmeToItem> }>();
  const steps = new Map<ProgrammeId, readonly string[]>();

  const programmes = (): readonly Programme[] => [...stored.values()].map(({ text }) => JSON.parse(text));

  return {
    read: async (programmeId) => programmes().find((one) => one.programmeId === programmeId),

    readSteps: async (programmeId) =>
      (steps.get(programmeId) ?? []).map((text): RecordedProgrammeStep => JSON.parse(text)),

    record: async (programme, recorded, nextDay) => {
      const { programmeId, version } = programme;
      const before = steps.get(programmeId) ?? [];
      if (before.length !== version - 1) return "overtaken";
      steps.set(programmeId, [...before, JSON.stringify(recorded)]);
      stored.set(programmeId, { text: JSON.stringify(programme), item: programmeToItem(programme, nextDay) });
      return "recorded";
    },

    ofCity: async (area, request) => {
      const ids = programmes()
        .filter(({ terms }) => cityOf(terms.area) === cityOf(area))
        .map(({ programmeId }) => programmeId)
        .sort();
      return pageOf(ids, request, (programmeId) => programmeId, programmeIds);
    },

    due: async (through, request) => {
      const items = [...stored.values()]
        .map(({ item }) => item)
        .filter(({ dayPlace }) => (dayPlace?.S ?? "~") < `${through}$`)
        .sort((one, other) => ((one.dayPlace?.S ?? "") < (other.dayPlace?.S ?? "") ? -1 : 1));
      const page = pageOf(items, request, ({ dayPlace }) => dayPlace?.S ?? "", programmeDayPlaces);
      return { ...page, entries: page.entries.map(programmeIdIn) };
    },
  };
};
