import { describe, expect, test } from "vitest";
import type { Messages } from "#shared/storage/messages.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { aMessage } from "#test/support/a-message.ts";
import { aLine, aScore } from "#test/support/a-score.ts";

interface Places {
  readonly scores: Scores;
  readonly messages: Pick<Messages, "read">;
}

/** What every place of scores and its outbox have to do together. */
export const toldScoresCases = (make: () => Promise<Places>): void => {
  describe("the message of a score", () => {
    test("is in the outbox as soon as the score is saved", async () => {
      const { scores, messages } = await make();

      await scores.save(aScore(), { replaces: undefined, history: aLine(), message: aMessage() });

      expect((await messages.read(aMessage().messageId))?.message).toEqual(aMessage());
    });

    test("of a save that was overtaken is told to nobody", async () => {
      const { scores, messages } = await make();
      await scores.save(aScore(), { replaces: undefined });

      const saved = await scores.save(aScore(), { replaces: undefined, history: aLine(), message: aMessage() });

      expect(saved).toBe("overtaken");
      expect(await messages.read(aMessage().messageId)).toBeUndefined();
    });
  });
};
