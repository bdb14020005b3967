import type { Call } from "#shared/contract/endpoint.ts";
import type { readSettlementEndpoint } from "#shared/contract/settlement.ts";
import type { Reply } from "#shared/http/answer.ts";
import { programmeForOffice } from "./programme-for-office.ts";
import { settlementAnswer } from "./settlement-answer.ts";
import type { Settling } from "./settling.ts";

export const readSettlement =
  ({ programmes, settlements }: Pick<Settling, "programmes" | "settlements">) =>
  async ({ params: { programmeId }, caller }: Call<typeof readSettlementEndpoint>): Promise<Reply> => {
    const programme = await programmeForOffice(programmes, caller, programmeId);
    const parts = await settlements.readParts(programmeId, programme.run);
    return { status: 200, body: settlementAnswer(programme, parts) };
  };
