import { randomUUID } from "node:crypto";
import type { Call } from "#shared/contract/endpoint.ts";
import type { beginSettlementEndpoint } from "#shared/contract/settlement.ts";
import type { Programme } from "#shared/domain/programme.ts";
import type { Reply } from "#shared/http/answer.ts";
import { takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import { nextTasks } from "./next-tasks.ts";
import { programmeForOffice } from "./programme-for-office.ts";
import { settlementAnswer } from "./settlement-answer.ts";
import type { Settling } from "./settling.ts";

export type Beginning = Pick<Settling, "programmes" | "settlements" | "queue" | "now" | "today">;

/** Begins to rank the applications of a programme, or takes up what has stopped. */
export const beginSettlement =
  (beginning: Beginning) =>
  async ({ params: { programmeId }, caller }: Call<typeof beginSettlementEndpoint>): Promise<Reply> => {
    const before = await programmeForOffice(beginning.programmes, caller, programmeId);
    const programme =
      before.state === "settling"
        ? before
        : await takeProgrammeStep(beginning, programmeId, {
            who: () => ({ subject: caller.subject, role: "verifier" }),
            type: "settlement-begun",
            step: () => ({ type: "settlement-begun" }),
          });
    await lookAgain(beginning, programme);
    const parts = await beginning.settlements.readParts(programmeId, programme.run);
    await beginning.queue.send(nextTasks(programme, parts));
    return { status: 202, body: settlementAnswer(programme, parts) };
  };

/** Those who waited for a decision may have one by now. */
const lookAgain = async ({ settlements }: Beginning, { programmeId, run }: Programme): Promise<void> => {
  for (const part of await settlements.readParts(programmeId, run)) {
    if (part.phase !== "freeze" || !part.done || !part.counts.undecided) continue;
    const { page } = part;
    await settlements.savePart({
      ...part,
      page: page + 1,
      worker: randomUUID(),
      cursor: null,
      done: false,
      counts: {},
    });
  }
};
