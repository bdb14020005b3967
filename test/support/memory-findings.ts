import type { CreditRecord, Finding, FindingId, RecordedFindingStep } from "#shared/domain/finding.ts";
import { findingDayPlaces, findingPlaceIn, findingToItem } from "#shared/storage/finding-items.ts";
import type { Findings } from "#shared/storage/findings.ts";
import type { Letters } from "#shared/storage/letters.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { memoryMessages } from "./memory-messages.ts";
import { pageOf } from "./memory-pages.ts";

interface Besides {
  readonly residents: Pick<Residents, "append">;
  readonly messages: Pick<ReturnType<typeof memoryMessages>, "putTogether">;
  readonly letters: Pick<Letters, "put">;
}

/** Findings for tests of what stands on them; they pass the same cases as the table. */
export const memoryFindings = ({ residents, messages, letters }: Besides): Findings => {
  // as text, so that nobody changes what is stored by changing what they read
  const stored = new Map<FindingId, { readonly text: string; readonly item: ReturnType<typeof findingToItem> }>();
  const steps = new Map<FindingId, readonly string[]>();
  const credit: CreditRecord[] = [];
  const findings = (): readonly Finding[] => [...stored.values()].map(({ text }) => JSON.parse(text));

  return {
    read: async (residentId, findingId) =>
      findings().find((one) => one.residentId === residentId && one.findingId === findingId),

    readSteps: async (residentId, findingId) =>
      (steps.get(findingId) ?? [])
        .map((text): RecordedFindingStep => JSON.parse(text))
        .filter((step) => step.residentId === residentId),

    ofResident: async (residentId) =>
      findings()
        .filter((one) => one.residentId === residentId)
        .sort((one, other) => (one.findingId < other.findingId ? -1 : 1)),

    record: async (
      finding,
      recorded,
      { nextDay, dossier, messages: told = [], letters: written = [], credit: one },
    ) => {
      const { findingId, version } = finding;
      const before = steps.get(findingId) ?? [];
      if (before.length !== version - 1 || (one && one.sequence !== credit.length + 1)) return "overtaken";
      // nobody else comes in between while the dossier is written
      steps.set(findingId, [...before, JSON.stringify(recorded)]);
      if (dossier && (await residents.append(dossier.dossier, dossier.recorded)) !== "appended") {
        steps.set(findingId, before);
        return "overtaken";
      }
      stored.set(findingId, { text: JSON.stringify(finding), item: findingToItem(finding, nextDay) });
      if (one) credit.push(one);
      for (const message of told) messages.putTogether(message);
      for (const letter of written) await letters.put(letter);
      return "recorded";
    },

    due: async (shard, through, request) => {
      const items = [...stored.values()]
        .map(({ item }) => item)
        .filter((item) => item.shard?.S === shard && (item.dayPlace?.S ?? "~") < `${through}$`)
        .sort((one, other) => ((one.dayPlace?.S ?? "") < (other.dayPlace?.S ?? "") ? -1 : 1));
      const page = pageOf(items, request, (item) => item.dayPlace?.S ?? "", findingDayPlaces);
      return { ...page, entries: page.entries.map(findingPlaceIn) };
    },

    creditAfter: async (sequence, limit) => credit.slice(sequence, sequence + limit),

    lastCredit: async () => credit.length,
  };
};
