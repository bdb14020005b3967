import type { Call } from "#shared/contract/endpoint.ts";
import type { readUndertakingEndpoint } from "#shared/contract/undertakings.ts";
import type { Reply } from "#shared/http/answer.ts";
import { currentUndertaking } from "#shared/procedure/undertakings.ts";
import type { Undertakings } from "#shared/storage/undertakings.ts";
import type { EvidenceReads } from "./reads.ts";
import { requireFiler } from "./require-filer.ts";
import { undertakingAnswer } from "./undertaking-answer.ts";

interface Reads extends Pick<EvidenceReads, "residents" | "today"> {
  readonly undertakings: Pick<Undertakings, "read">;
}

/** 真实性承诺: the text in use, and whether it was accepted for the person. */
export const readUndertaking =
  (reads: Reads) =>
  async ({ params: { residentId }, caller }: Call<typeof readUndertakingEndpoint>): Promise<Reply> => {
    await requireFiler(reads, caller, residentId);
    const { version, name, text, clause } = currentUndertaking();
    const given = await reads.undertakings.read(residentId, version);
    return { status: 200, body: { version, name, text, clause, accepted: given ? undertakingAnswer(given) : null } };
  };
