import type { Letter } from "#shared/domain/letter.ts";
import type { Letters } from "#shared/storage/letters.ts";
import { newestFirst } from "#shared/storage/newest-letters.ts";

/** Letters for tests of what stands on them; it passes the same cases as the table. */
export const memoryLetters = (): Letters => {
  const letters = new Map<string, Letter>();
  const keyOf = ({ residentId, letterId }: Pick<Letter, "residentId" | "letterId">) => `${residentId} ${letterId}`;
  return {
    put: async (letter) => {
      const isNew = !letters.has(keyOf(letter));
      if (isNew) letters.set(keyOf(letter), structuredClone(letter));
      return isNew;
    },
    read: async (residentId, letterId) => letters.get(keyOf({ residentId, letterId })),
    list: async (residentId) => newestFirst([...letters.values()].filter((letter) => letter.residentId === residentId)),
  };
};
