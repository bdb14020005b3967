import type { Call } from "#shared/contract/endpoint.ts";
import type { listProgrammesEndpoint } from "#shared/contract/programmes.ts";
import type { Reply } from "#shared/http/answer.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import { maySee } from "./may-see.ts";
import { programmeAnswer } from "./programme-answer.ts";

/** What points are for in a city, as far as the caller may see it. */
export const listProgrammes =
  (programmes: Pick<Programmes, "ofCity" | "read">) =>
  async ({ query, caller }: Call<typeof listProgrammesEndpoint>): Promise<Reply> => {
    const { area, service, limit, cursor } = query;
    const page = await programmes.ofCity(area, { limit, cursor });
    const there = await inParallel(page.entries, 10, (programmeId) => programmes.read(programmeId));
    const seen = there.flatMap((programme) =>
      programme && maySee(caller, programme) && (!service || programme.terms.service === service)
        ? [programmeAnswer(programme)]
        : [],
    );
    return { status: 200, body: { programmes: seen, next: page.cursor ?? null } };
  };
