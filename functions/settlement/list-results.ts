import type { Call } from "#shared/contract/endpoint.ts";
import type { listResultsEndpoint } from "#shared/contract/settlement-results.ts";
import type { NumberedResult } from "#shared/domain/settlement.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import type { Results } from "#shared/storage/results.ts";
import { programmeForOffice } from "./programme-for-office.ts";

interface Listing {
  readonly programmes: Pick<Programmes, "read">;
  readonly results: Pick<Results, "after" | "readHandOver">;
}

/** 结果移交: what the department has not taken over yet, or once more what it has. */
export const listResults =
  ({ programmes, results }: Listing) =>
  async ({ params: { programmeId }, query, caller }: Call<typeof listResultsEndpoint>): Promise<Reply> => {
    await programmeForOffice(programmes, caller, programmeId);
    const page = await results.after(programmeId, query.after, query.limit);
    return { status: 200, body: { results: page.map(shown), ...(await results.readHandOver(programmeId)) } };
  };

/** The application's own version says how often something was done to it: that is nobody's business. */
const shown = ({ version, ...result }: NumberedResult) => result;
