import { describe, expect, test } from "vitest";
import { planReminders } from "#functions/reactions/plan-reminders.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { mortal } from "#test/support/mortal.ts";
import { postOffice } from "#test/support/post-office.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";

type Register = ReturnType<typeof registerOfPeople>;

/** A permit that has to be endorsed by 2024-07-31, known since 2024-06-01, and its reminders. */
const planned = async (register = registerOfPeople("2024-06-01")) => {
  const id = await register.register("339901");
  await register.permit(id, {
    type: "issue",
    eventId: "issue",
    effectiveOn: "2023-07-31",
    area: "339901",
    endorsementDueOn: "2024-07-31",
  });
  await planReminders(register).react(id);
  return { register, id };
};

/** On which days of the calendar something was sent, and of which kind. */
const walked = async (
  register: Register,
  id: ResidentId,
  days: readonly string[],
  life?: ReturnType<typeof mortal>,
) => {
  const office = await postOffice(register, life);
  const told: string[] = [];
  for (const day of days) {
    register.setToday(day);
    const before = (await office.inbox(id)).messages.length;
    await office.sendDue();
    const { messages } = await office.inbox(id);
    told.push(...messages.slice(0, messages.length - before).map(({ kind }) => `${day} ${kind}`));
  }
  return told;
};

const everyDay = Array.from({ length: 65 }, (_, at) => new Date(Date.UTC(2024, 5, 1 + at)).toISOString().slice(0, 10));

describe("an endorsement", () => {
  test("is called to mind 30, 7 and 1 days before it is due", async () => {
    const { register, id } = await planned();

    const told = await walked(register, id, everyDay);

    expect(told).toEqual(["2024-07-01 endorsement-due", "2024-07-24 endorsement-due", "2024-07-30 endorsement-due"]);
  });

  test("that has been made is called to mind no more", async () => {
    const { register, id } = await planned();
    const before = await walked(register, id, ["2024-07-01"]);
    await register.permit(id, {
      type: "endorse",
      eventId: "endorse",
      effectiveOn: "2024-07-10",
      endorsementDueOn: "2025-07-31",
    });

    expect(before).toHaveLength(1);
    expect(await walked(register, id, everyDay.slice(31))).toEqual([]);
  });

  test("of a suspended permit is not called to mind", async () => {
    const { register, id } = await planned();
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-15" });

    expect(await walked(register, id, everyDay)).toEqual([]);
  });

  test("is called to mind once where several days were missed", async () => {
    const { register, id } = await planned();

    expect(await walked(register, id, ["2024-07-26"])).toEqual(["2024-07-26 endorsement-due"]);
  });

  test("whose day has passed by the time anybody looks is not called to mind", async () => {
    const { register, id } = await planned();

    expect(await walked(register, id, ["2024-08-01"])).toEqual([]);
  });

  test("is called to mind once however often the work is done and killed", async () => {
    const counting = mortal(Number.POSITIVE_INFINITY);
    const first = await planned();
    await walked(first.register, first.id, ["2024-07-01", "2024-07-24"], counting);

    for (let diesAfter = 1; diesAfter <= counting.calls(); diesAfter++) {
      const { register, id } = await planned();
      const told = await walked(register, id, ["2024-07-01", "2024-07-01", "2024-07-24"], mortal(diesAfter)).catch(
        () => "died while the inbox was read",
      );
      if (typeof told === "string") continue;

      expect(told).toEqual(["2024-07-01 endorsement-due", "2024-07-24 endorsement-due"]);
    }
  });

  test("that becomes known late is called to mind at once, by the reminder that is missing", async () => {
    const { register, id } = await planned(registerOfPeople("2024-07-28"));

    expect(await walked(register, id, everyDay.slice(57))).toEqual([
      "2024-07-28 endorsement-due",
      "2024-07-30 endorsement-due",
    ]);
  });
});

describe("a message that was lost on its way", () => {
  const mobile = { channel: "sms", address: "13900000001" } as const;

  test("is offered again the next day, and each day for a week", async () => {
    const { register, id } = await planned();
    register.setToday("2024-07-01");
    const office = await postOffice(register);
    await office.ask(id, mobile);
    await office.follow();
    await office.send();
    await office.verify(id, /\d{6}/.exec(office.shown()[0]?.text ?? "")?.[0] ?? "none");
    await office.follow();
    await office.send();
    await office.sendDue();
    // what follows now was lost: the queue forgot it
    await office.follow();
    const lost = office.queued().length;

    const offered: number[] = [];
    for (const day of everyDay.slice(31, 45)) {
      register.setToday(day);
      await office.sendDue();
      await office.follow();
      offered.push(office.queued().length - lost);
    }

    expect(lost).toBe(1);
    expect(offered.slice(0, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 7, 7]);
  });

  test("to somebody without a contact point is looked at once, and waits for one", async () => {
    const { register, id } = await planned();
    register.setToday("2024-07-01");
    const office = await postOffice(register);
    await office.sendDue();
    register.setToday("2024-07-02");

    await office.sendDue();

    const [message] = register.messages.all().filter(({ standing }) => standing.state === "waiting");
    expect(message).toMatchObject({ message: { residentId: id }, standing: { state: "waiting", lookOn: null } });
  });
});
