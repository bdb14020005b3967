import { describe, expect, test } from "vitest";
import { readContactPoint } from "#functions/messages/read-contact-point.ts";
import { resident, window } from "#test/support/calls.ts";
import { aPermitHolder } from "#test/support/permit-holder.ts";
import { postOffice } from "#test/support/post-office.ts";

const mobile = { channel: "sms", address: "13900000001" } as const;
const mail = { channel: "email", address: "mountain.rain@example.org" } as const;

const anOffice = async () => {
  const { register, id } = await aPermitHolder("2024-06-30");
  const office = await postOffice(register);
  /** The code that was sent last. */
  const code = async (): Promise<string> => {
    await office.follow();
    await office.send();
    const last = office.shown().findLast(({ kind }) => kind === "contact-code");
    return /\d{6}/.exec(last?.text ?? "")?.[0] ?? "none";
  };
  const wrong = (right: string) => (right === "000000" ? "000001" : "000000");
  const standing = async (caller = resident(id)) =>
    (await readContactPoint(office.desk)({ params: { residentId: id }, query: {}, body: {}, caller })).body;
  return { register, id, office, code, wrong, standing };
};

describe("a contact point", () => {
  test("counts once the code has come back that was sent there, and is shown masked", async () => {
    const { id, office, code, standing } = await anOffice();
    expect(await standing()).toMatchObject({ verified: null, asked: null });

    const asked = await office.ask(id, mobile);
    const verified = await office.verify(id, await code());

    expect(asked).toMatchObject({
      status: 202,
      body: { verified: null, asked: { address: "139****0001", triesLeft: 5 } },
    });
    expect(office.shown()).toMatchObject([{ kind: "contact-code", channel: "sms", address: "13900000001" }]);
    expect(verified.body).toMatchObject({ verified: { address: "139****0001", language: "zh" }, asked: null });
    expect(await standing()).toEqual(verified.body);
  });

  test("goes on being used until another one is verified", async () => {
    const { id, office, code, standing } = await anOffice();
    await office.ask(id, mobile);
    await office.verify(id, await code());

    await office.ask(id, mail, "en");

    expect(await standing()).toMatchObject({
      verified: { channel: "sms" },
      asked: { channel: "email", address: "m***@example.org", language: "en" },
    });
    expect((await office.verify(id, await code())).body.verified).toMatchObject({ channel: "email" });
  });

  test("in another language needs no code", async () => {
    const { id, office, code } = await anOffice();
    await office.ask(id, mobile);
    await office.verify(id, await code());

    const changed = await office.ask(id, mobile, "en");

    expect(changed).toMatchObject({ status: 200, body: { verified: { language: "en" }, asked: null } });
  });

  test("is not proven by a wrong code, of which there are five", async () => {
    const { id, office, code, wrong } = await anOffice();
    await office.ask(id, mobile);
    const right = await code();

    for (const triesLeft of [4, 3, 2, 1, 0])
      await expect(office.verify(id, wrong(right))).rejects.toMatchObject({
        code: "contact-code-wrong",
        details: { triesLeft },
      });

    await expect(office.verify(id, right)).rejects.toMatchObject({ code: "contact-code-expired" });
  });

  test("counts every wrong code, also of those that come at the same time", async () => {
    const { id, office, code, wrong } = await anOffice();
    await office.ask(id, mobile);
    const right = await code();

    const tried = await Promise.allSettled(Array.from({ length: 5 }, () => office.verify(id, wrong(right))));

    const left = tried.flatMap((one) => (one.status === "rejected" ? [one.reason.details.triesLeft] : []));
    expect(left.toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  test("is not proven by a code that is half an hour old, nor by one that was replaced", async () => {
    const { register, id, office, code } = await anOffice();
    await office.ask(id, mobile);
    const replaced = await code();
    await office.ask(id, mail);
    const last = await code();

    if (replaced !== last) {
      await expect(office.verify(id, replaced)).rejects.toMatchObject({ code: "contact-code-wrong" });
    }
    register.passMinutes(30);
    await expect(office.verify(id, last)).rejects.toMatchObject({ code: "contact-code-expired" });
  });

  test("gets ten codes a day", async () => {
    const { register, id, office } = await anOffice();
    for (let asked = 1; asked <= 10; asked++) await office.ask(id, mobile);

    await expect(office.ask(id, mail)).rejects.toMatchObject({ code: "contact-codes-exhausted" });

    register.passMinutes(24 * 60);
    expect((await office.ask(id, mail)).status).toBe(202);
  });

  test("is the business of the resident and of a window of their area; for all others they don't exist", async () => {
    const { register, standing } = await anOffice();
    const other = await register.register("339901");

    expect(await standing(window("339901"))).toMatchObject({ verified: null });
    for (const caller of [window("339902"), resident(other)])
      await expect(standing(caller)).rejects.toMatchObject({ code: "resident-unknown" });
  });

  test("lies sealed where it is kept, and its code nowhere", async () => {
    const { register, id, office, code } = await anOffice();
    await office.ask(id, mobile);
    const sent = await code();

    const kept = JSON.stringify([await office.desk.contacts.read(id), register.messages.all()]);

    expect(kept).not.toContain(mobile.address);
    expect(kept).not.toContain(sent);
  });
});
