import type { Call } from "#shared/contract/endpoint.ts";
import type { resolveResidentEndpoint } from "#shared/contract/resolve-resident.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Identities } from "#shared/storage/identities.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { coveredBy } from "./feed.ts";
import { areaToday } from "./visible-dossier.ts";

interface Reads {
  readonly identities: Pick<Identities, "find">;
  readonly residents: Pick<Residents, "read">;
  readonly today: () => CalendarDate;
}

/** Finds a person's id. Nobody, somebody elsewhere and somebody of another name all look the same. */
export const resolveResident =
  ({ identities, residents, today }: Reads) =>
  async ({ body: { identityNumber, name }, caller }: Call<typeof resolveResidentEndpoint>): Promise<Reply> => {
    const known = await identities.find(identityNumber);
    const isNamed = known && (name === undefined || (await known.isNamed(name)));
    const dossier = isNamed && (await residents.read(known.residentId));
    if (!dossier || !coveredBy(caller)(areaToday(dossier, today()))) throw new Refusal("identity-unknown", {});
    return { status: 200, body: { residentId: dossier.residentId } };
  };
