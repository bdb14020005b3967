import type { Call } from "#shared/contract/endpoint.ts";
import type { acknowledgeResultsEndpoint } from "#shared/contract/settlement-results.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import type { Results } from "#shared/storage/results.ts";
import { programmeForOffice } from "./programme-for-office.ts";

interface Acknowledging {
  readonly programmes: Pick<Programmes, "read">;
  readonly results: Pick<Results, "acknowledge">;
}

export const acknowledgeResults =
  ({ programmes, results }: Acknowledging) =>
  async ({ params: { programmeId }, body, caller }: Call<typeof acknowledgeResultsEndpoint>): Promise<Reply> => {
    await programmeForOffice(programmes, caller, programmeId);
    return { status: 200, body: await results.acknowledge(programmeId, body.through) };
  };
