import { describe, expect, test } from "vitest";
import { offerMessages } from "#functions/messages/offer-messages.ts";
import { readMessage } from "#functions/messages/read-message.ts";
import { recordDelivery } from "#functions/messages/record-delivery.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { sender } from "#test/support/calls.ts";
import { mortal } from "#test/support/mortal.ts";
import { aPermitHolder } from "#test/support/permit-holder.ts";
import { outboxRecord, postOffice } from "#test/support/post-office.ts";

const mobile = { channel: "sms", address: "13900000001" } as const;

type Office = Awaited<ReturnType<typeof postOffice>>;

const flush = async (office: Office): Promise<void> => {
  await office.follow();
  await office.send();
};

const prove = async (office: Office, id: ResidentId): Promise<void> => {
  const { status } = await office.ask(id, mobile);
  await flush(office);
  if (status === 200) return;
  const code = office.shown().findLast(({ kind }) => kind === "contact-code");
  await office.verify(id, /\d{6}/.exec(code?.text ?? "")?.[0] ?? "none");
  await flush(office);
};

/** A permit holder whose points have fallen, since their permit was suspended. */
const told = async () => {
  const { register, id } = await aPermitHolder("2024-06-30");
  await register.policeReport(id, { birthDate: null, residence: [{ from: "2020-07-15", to: null }] } as never);
  await register.recompute(id);
  await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
  await register.recompute(id);
  return { register, id };
};

const kinds = (office: Office) => office.shown().map(({ kind }) => kind);

describe("a message", () => {
  test("of points that fell reaches a proven contact point, in its language and without a fact", async () => {
    const { register, id } = await told();
    const office = await postOffice(register);
    await prove(office, id);

    expect(kinds(office)).toEqual(["contact-code", "contact-verified", "points-fell"]);
    const { messages } = await office.inbox(id);
    expect(messages).toMatchObject([{ kind: "points-fell", deliveredAt: expect.any(String), reviewId: null }]);
    expect(office.shown().at(-1)?.text).toBe(messages[0]?.text.zh);
    expect(JSON.stringify(office.shown().at(-1)?.text)).not.toMatch(/\d/);
  });

  test("waits in the inbox while there is no contact point, and asks for one", async () => {
    const { register, id } = await told();
    const office = await postOffice(register);

    await office.follow();

    expect(office.queued()).toEqual([]);
    expect(await office.inbox(id)).toMatchObject({
      contactPoint: "missing",
      messages: [{ kind: "points-fell", deliveredAt: null }],
    });
  });

  test("that comes twice and late is shown once", async () => {
    const { register, id } = await told();
    const office = await postOffice(register);
    await prove(office, id);
    const [message] = office.shown().filter(({ kind }) => kind === "points-fell");
    if (!message) throw new Error("they were told that their points fell");

    office.queueAgain(message.messageId);
    office.queueAgain(message.messageId);
    await office.send();

    expect(kinds(office).filter((kind) => kind === "points-fell")).toHaveLength(1);
    expect(office.queued()).toEqual([]);
  });

  test("was delivered when that was first said, and the second time says so", async () => {
    const { register } = await told();
    const [one] = register.messages.all();
    if (!one) throw new Error("there is a message");
    const { messageId } = one.message;
    const call = { params: { messageId }, query: {}, body: {}, caller: sender };
    const record = recordDelivery(register.messages, register.now);

    const first = await record(call);
    register.passMinutes(5);
    const second = await record(call);

    const { deliveredAt } = first.body;
    expect([first.body.outcome, second.body.outcome]).toEqual(["delivered", "delivered-before"]);
    expect(second.body.deliveredAt).toBe(deliveredAt);
    const office = await postOffice(register);
    const read = await readMessage({ ...office.desk, messages: register.messages })(call);
    expect(read.body).toEqual({ state: "delivered", messageId, deliveredAt });
  });

  test("is refused to the sender where there is no contact point yet, and where it is none", async () => {
    const { register } = await told();
    const office = await postOffice(register);
    const [one] = register.messages.all();
    const read = readMessage({ ...office.desk, messages: register.messages });
    const callFor = (messageId: string) => ({ params: { messageId }, query: {}, body: {}, caller: sender }) as never;

    await expect(read(callFor(one?.message.messageId ?? ""))).rejects.toMatchObject({ code: "contact-missing" });
    await expect(read(callFor(`m-${"0".repeat(26)}`))).rejects.toMatchObject({ code: "message-unknown" });
  });

  test("that the queue doesn't take is handed back to the stream, and no other with it", async () => {
    const { register, id } = await told();
    const office = await postOffice(register);
    await prove(office, id);
    const [fell, code] = ["points-fell", "contact-code"].map((kind) =>
      register.messages.all().find(({ message }) => message.kind === kind),
    );
    if (!fell || !code) throw new Error("both were told");
    const again = { ...fell, standing: { state: "waiting", lookOn: null } as const };
    await register.messages.change(fell, again);
    const broken = { send: () => Promise.reject(new Error("the queue is away")) };
    const offer = offerMessages({ messages: register.messages, contacts: office.desk.contacts, queue: broken });

    const { batchItemFailures } = await offer({ Records: [outboxRecord(code, 1), outboxRecord(again, 2)] });

    expect(batchItemFailures).toEqual([{ itemIdentifier: outboxRecord(again, 2).dynamodb?.SequenceNumber }]);
  });

  const lived = async (diesAfter: number) => {
    const { register, id } = await told();
    const death = mortal(diesAfter);
    const office = await postOffice(register, death);
    // a resident who hears nothing asks again
    await prove(office, id).catch(async () => {
      death.born();
      await prove(office, id);
    });
    await flush(office);
    return { office, register, calls: death.calls() };
  };

  test("is told once whoever dies after whatever call", async () => {
    const { calls } = await lived(Number.POSITIVE_INFINITY);
    expect(calls).toBeGreaterThan(15);

    for (let diesAfter = 1; diesAfter <= calls; diesAfter++) {
      const { office, register } = await lived(diesAfter);

      expect(kinds(office).filter((kind) => kind === "points-fell")).toHaveLength(1);
      const open = register.messages.all().filter(({ message, standing }) => {
        return message.kind !== "contact-code" && standing.state !== "delivered";
      });
      expect(open).toEqual([]);
    }
  });
});
