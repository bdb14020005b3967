import { visiblePerson } from "#shared/access/visible-person.ts";
import type { ContactStanding, verifyContactPointEndpoint } from "#shared/contract/contact-point.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import { missedBy, openRequest, verifiedBy } from "#shared/domain/contact-point.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { contactCode } from "#shared/storage/contact-code.ts";
import { messageFor } from "#shared/storage/message-for.ts";
import { type ContactDesk, mostAttempts } from "./contact-desk.ts";
import { contactStanding } from "./contact-standing.ts";

/** Proves an address by the code that was sent there. A wrong one costs a try, whoever else tries at the same time. */
export const verifyContactPoint =
  ({ residents, contacts, keys, today, now }: ContactDesk<"open" | "lookup">) =>
  async ({
    params: { residentId },
    body: { code },
    caller,
  }: Call<typeof verifyContactPointEndpoint>): Promise<{ status: 200; body: ContactStanding }> => {
    await visiblePerson(residents, caller, residentId, today());
    const at = now();

    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const before = await contacts.read(residentId);
      const asked = openRequest(before, at);
      if (!before || !asked) throw new Refusal("contact-code-expired", {});
      const { requestId, triesLeft } = asked;
      if (code !== (await contactCode(keys, residentId, requestId))) {
        if ((await contacts.save(missedBy(before, asked))) === "overtaken") continue;
        throw new Refusal("contact-code-wrong", { triesLeft: triesLeft - 1 });
      }
      const after = verifiedBy(before, asked, at);
      const told = {
        residentId,
        kind: "contact-verified",
        parameters: {},
        occasion: requestId,
        at,
        on: today(),
      } as const;
      if ((await contacts.save(after, messageFor(told))) === "saved") {
        return { status: 200, body: await contactStanding(keys, after, { residentId, at }) };
      }
    }
    throw new Refusal("contact-busy", {});
  };
