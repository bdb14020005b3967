import { describe, expect, test } from "vitest";
import { aPermitHolder } from "#test/support/permit-holder.ts";

const kindsOf = ({ messages }: Awaited<ReturnType<typeof aPermitHolder>>["register"]) =>
  messages.all().map(({ message }) => message.kind);

describe("what a person is told of their score", () => {
  test("is nothing of the first one", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");

    await register.recompute(id);

    expect(kindsOf(register)).toEqual([]);
  });

  test("is that it fell when the permit is suspended, and that it rose once it is restored", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.policeReport(id, { birthDate: null, residence: [{ from: "2020-07-15", to: null }] } as never);
    await register.recompute(id);

    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
    await register.recompute(id, "dossier-changed");
    register.setToday("2024-07-01");
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-07-01" });
    await register.recompute(id, "dossier-changed");

    expect(kindsOf(register)).toEqual(["points-fell", "points-rose"]);
  });

  test("is nothing where the points are those that stood, and nothing twice", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.recompute(id);
    register.setToday("2024-07-01");

    await register.recompute(id);
    await register.recompute(id);

    expect(kindsOf(register)).toEqual([]);
  });

  test("holds no points", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.policeReport(id, { birthDate: null, residence: [{ from: "2020-07-15", to: null }] } as never);
    await register.recompute(id);
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
    await register.recompute(id);

    const [{ message } = { message: undefined }] = register.messages.all();

    expect(message).toEqual({
      messageId: expect.stringMatching(/^m-[0-9a-z]{26}$/),
      residentId: id,
      kind: "points-fell",
      parameters: {},
      createdAt: register.now(),
      createdOn: "2024-06-30",
    });
  });
});
