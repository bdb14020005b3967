import { describe, expect, test } from "vitest";
import { planReminders } from "#functions/reactions/plan-reminders.ts";
import { residentId } from "#test/support/people.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";

const issued = {
  type: "issue",
  eventId: "issue",
  effectiveOn: "2023-07-31",
  area: "339901",
  endorsementDueOn: "2024-07-31",
} as const;

const sendDays = ({ messages }: ReturnType<typeof registerOfPeople>) =>
  messages.all().flatMap(({ standing }) => (standing.state === "planned" ? [standing.sendOn] : []));

describe("reminders", () => {
  test("are planned once, however often the dossier is looked at", async () => {
    const register = registerOfPeople("2024-06-01");
    const id = await register.register("339901");
    await register.permit(id, issued);

    await planReminders(register).react(id);
    await planReminders(register).react(id);

    expect(sendDays(register)).toEqual(["2024-07-01", "2024-07-24", "2024-07-30"]);
  });

  test("of an endorsement that is dated ahead are planned beside those of the one before", async () => {
    const register = registerOfPeople("2024-06-01");
    const id = await register.register("339901");
    await register.permit(id, issued);
    const endorsed = { type: "endorse", eventId: "e", effectiveOn: "2024-07-20", endorsementDueOn: "2025-07-31" };
    await register.permit(id, endorsed);

    await planReminders(register).react(id);

    expect(sendDays(register)).toEqual([
      "2024-07-01",
      "2024-07-24",
      "2024-07-30",
      "2025-07-01",
      "2025-07-24",
      "2025-07-30",
    ]);
  });

  test("of a day that has passed are not planned", async () => {
    const register = registerOfPeople("2024-08-01");
    const id = await register.register("339901");
    await register.permit(id, issued);

    await planReminders(register).react(id);

    expect(sendDays(register)).toEqual([]);
  });

  test("of nobody are a fault: somebody who is told of must be there", async () => {
    const planning = planReminders(registerOfPeople("2024-06-01")).react(residentId(7));

    await expect(planning).rejects.toThrow("without a dossier");
  });
});
