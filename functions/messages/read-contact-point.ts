import { visiblePerson } from "#shared/access/visible-person.ts";
import type { ContactStanding, readContactPointEndpoint } from "#shared/contract/contact-point.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { ContactDesk } from "./contact-desk.ts";
import { contactStanding } from "./contact-standing.ts";

/** 联系方式: where a resident is told what concerns them, if anywhere. */
export const readContactPoint =
  ({ residents, contacts, keys, today, now }: ContactDesk<"open">) =>
  async ({
    params: { residentId },
    caller,
  }: Call<typeof readContactPointEndpoint>): Promise<{ status: 200; body: ContactStanding }> => {
    await visiblePerson(residents, caller, residentId, today());
    const contact = await contacts.read(residentId);
    return { status: 200, body: await contactStanding(keys, contact, { residentId, at: now() }) };
  };
