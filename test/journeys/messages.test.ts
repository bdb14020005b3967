import { beforeAll, describe, expect, test } from "vitest";
import { county, intakeOverHttp } from "../support/intake-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ keepsData: true });
const mobile = { channel: "sms", address: "13900000001" } as const;
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-06-30");
  intake = await intakeOverHttp(system);
});

/** What the one machine's sender has shown of a kind, the newest first. */
const shown = async (kind: string): Promise<readonly { readonly text: string; readonly messageId: string }[]> => {
  await system.quiet();
  const { messages } = (await system.local("GET", "/local/status")).body;
  return messages.filter((message: { readonly kind: string }) => message.kind === kind);
};

const asResident = async (residentId: string) => {
  const token = await system.token("resident", { residentId });
  const of = `/v1/residents/${residentId}`;
  return {
    inbox: async () => (await system.api("GET", `${of}/messages`, { token })).body,
    ask: (contact: object, language = "zh") =>
      system.api("PUT", `${of}/contact-point`, { token, body: { contact, language } }),
    verify: (code: string) => system.api("POST", `${of}/contact-point/verification`, { token, body: { code } }),
    contactPoint: async () => (await system.api("GET", `${of}/contact-point`, { token })).body,
  };
};

const codeSent = async (): Promise<string> => /\d{6}/.exec((await shown("contact-code"))[0]?.text ?? "")?.[0] ?? "none";

const suspend = async (residentId: string) => {
  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
  await system.quiet();
};

describe("a resident whose points fall", () => {
  test("finds it in the inbox, and is told once there is a proven contact point", async () => {
    const residentId = await intake.permitHolder();
    const person = await asResident(residentId);
    await system.quiet();
    await suspend(residentId);

    const before = await person.inbox();
    const asked = await person.ask(mobile);
    const verified = await person.verify(await codeSent());
    const told = await shown("points-fell");

    expect(before).toMatchObject({ contactPoint: "missing" });
    expect(before.messages[0]).toMatchObject({ kind: "points-fell", deliveredAt: null, reviewId: null });
    expect([asked.status, verified.status]).toEqual([202, 200]);
    expect(verified.body.verified).toMatchObject({ channel: "sms", address: "139****0001", language: "zh" });
    expect(told).toEqual([
      {
        messageId: before.messages[0].messageId,
        kind: "points-fell",
        to: "139****0001",
        text: before.messages[0].text.zh,
      },
    ]);
    const after = await person.inbox();
    expect(after.contactPoint).toBe("verified");
    expect(after.messages[0]).toEqual({ ...before.messages[0], deliveredAt: expect.any(String) });
  });

  test("is told once, also when whoever sends is killed, and the second delivery says so", async () => {
    const residentId = await intake.permitHolder();
    const person = await asResident(residentId);
    await system.quiet();
    await person.ask({ channel: "email", address: "cloud@example.org" }, "en");
    await person.verify(await codeSent());
    await suspend(residentId);
    const [message] = (await person.inbox()).messages;

    await system.kill();
    await system.start();
    await system.clock("2024-06-30");
    await system.quiet();
    const sender = await system.token("sender");
    const read = await system.api("GET", `/v1/messages/${message.messageId}`, { token: sender });
    const again = await system.api("POST", `/v1/messages/${message.messageId}/delivery`, { token: sender });

    expect(await shown("points-fell")).toEqual([]);
    expect(read.body).toEqual({
      state: "delivered",
      messageId: message.messageId,
      deliveredAt: expect.any(String),
    });
    expect(again.body).toEqual({ ...read.body, state: undefined, outcome: "delivered-before" });
  });
});

describe("a contact point", () => {
  test("is not proven by a wrong code, and only its own window sees to it", async () => {
    const residentId = await intake.register();
    const person = await asResident(residentId);
    const [own, foreign] = await Promise.all(
      [county, "339902"].map((area) => system.token("window", { areas: [area] })),
    );
    await person.ask(mobile);
    const right = await codeSent();

    const wrong = await person.verify(right === "000000" ? "000001" : "000000");
    const path = `/v1/residents/${residentId}/contact-point`;
    const atWindow = await system.api("GET", path, { token: own ?? "" });
    const elsewhere = await system.api("GET", path, { token: foreign ?? "" });

    expect(wrong).toMatchObject({ status: 422, body: { type: "/problems/contact-code-wrong" } });
    expect(atWindow.body).toMatchObject({ verified: null, asked: { address: "139****0001", triesLeft: 4 } });
    expect(elsewhere.status).toBe(404);
  });

  test("refuses an address that is none, and says where", async () => {
    const person = await asResident(await intake.register());

    const refused = await person.ask({ channel: "sms", address: "not a number" });

    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: "contact.address" }] } });
  });
});

test("an endorsement is called to mind 30 and 7 days before, and no more once it is made", async () => {
  const residentId = await intake.register();
  const person = await asResident(residentId);
  const issued = { type: "issue", eventId: "issue", effectiveOn: "2023-08-10", area: county };
  await intake.permit(residentId, { ...issued, endorsementDueOn: "2024-08-10" });
  await system.quiet();
  await person.ask(mobile);
  await person.verify(await codeSent());

  await comeTo("2024-07-10", "2024-07-11");
  await comeTo("2024-08-02", "2024-08-03");
  const told = await shown("endorsement-due");
  const endorsed = { type: "endorse", eventId: "endorse", effectiveOn: "2024-08-03", endorsementDueOn: "2025-08-10" };
  await intake.permit(residentId, endorsed);
  await comeTo("2024-08-08", "2024-08-09");

  expect(told.map(({ text }) => text)).toEqual(Array(2).fill(expect.stringContaining("2024-08-10")));
  expect(await shown("endorsement-due")).toEqual(told);
});

/** Jumps to the eve and walks into the day, with all that is due on it. */
const comeTo = async (eve: string, day: string): Promise<void> => {
  await system.clock(eve);
  await system.local("POST", "/local/clock", { walkTo: day });
  await system.quiet();
};

test("queues and logs hold no address, no code and no words", async () => {
  const logged = system.log();
  const status = JSON.stringify((await system.local("GET", "/local/status")).body.queues);

  for (const text of [logged, status]) {
    expect(text).not.toContain(mobile.address);
    expect(text).not.toContain("cloud@example.org");
    expect(text).not.toMatch(/验证码|积分/);
  }
});
