import { expect, test } from "vitest";
import { readRecomputation } from "#functions/recomputation/read-recomputation.ts";
import { recompute } from "#functions/recomputation/recompute.ts";
import { requestRecomputation } from "#functions/recomputation/request-recomputation.ts";
import { JobId } from "#shared/contract/recomputations.ts";
import { date } from "#shared/domain/calendar.ts";
import { operator } from "../../support/calls.ts";
import { residentId } from "../../support/people.ts";
import { registerOfPeople } from "../../support/register-of-people.ts";

const county = "339901";

test("records what was computed and on what it rests, with a line of history", async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);

  const outcome = await register.recompute(id);

  expect(outcome).toBe("recorded-changed");
  expect(await register.scores.read(id)).toMatchObject({
    basis: { dossierVersion: 1, registryRevision: 1, asOf: "2024-06-30" },
    status: "no-permit",
    area: county,
    nextChangeOn: "2028-07-26",
    cause: "requested",
  });
});

test("the same again keeps what is recorded; a day later the basis moves on, and history stays as it was", async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);
  await register.recompute(id);

  const again = await register.recompute(id);
  register.setToday("2024-07-01");
  const nextDay = await register.recompute(id);

  expect([again, nextDay]).toEqual(["kept", "recorded"]);
  expect((await register.scores.history(id, { limit: 10 })).entries).toHaveLength(1);
  expect((await register.scores.read(id))?.basis.asOf).toBe("2024-07-01");
});

test("a calendar that stands behind the recorded day never moves the basis back, nor leaves a restore pending", async () => {
  const register = registerOfPeople("2024-07-01");
  const id = await register.register(county);
  await register.permit(id, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: county });
  await register.recompute(id);
  register.setToday("2024-06-30");
  await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-01" });
  await register.permit(id, { type: "restore", eventId: "e3", effectiveOn: "2024-06-20" });

  const outcome = await register.recompute(id);

  expect(outcome).toBe("recorded-changed");
  expect(await register.scores.read(id)).toMatchObject({
    status: "effective",
    basis: { dossierVersion: 4, asOf: "2024-07-01" },
  });
});

test("a registry that was rolled back keeps what a newer one recorded", async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);
  const newer = { ...register.standards, revision: 2 };
  await recompute({ ...register, standards: newer })(id, "requested");

  const outcome = await register.recompute(id);

  expect(outcome).toBe("kept");
  expect((await register.scores.read(id))?.basis.registryRevision).toBe(2);
});

test("where others record in between, the dossier is read again", async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);
  let overtakes = 2;
  const residents = {
    read: async (whom: typeof id) => {
      const dossier = await register.residents.read(whom);
      if (overtakes-- > 0) {
        await register.permit(id, { type: "issue", eventId: `e${overtakes}`, effectiveOn: "2020-07-15", area: county });
        await register.recompute(id);
      }
      return dossier;
    },
  };

  const outcome = await recompute({ ...register, residents })(id, "requested");

  expect(outcome).toBe("kept");
  expect((await register.scores.read(id))?.basis.dossierVersion).toBe(3);
});

test("on request it says what was done, never what the points are, and can be asked again by its id", async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);

  const { body: job } = await requestRecomputation(
    register.jobs,
    register,
  )({
    params: {},
    query: {},
    body: { residentId: id },
    caller: operator,
  });
  const { body: asked } = await readRecomputation(register.jobs)({
    params: { jobId: job.jobId },
    query: {},
    body: {},
    caller: operator,
  });

  expect(job).toMatchObject({ scope: { residentId: id }, state: "done", counts: { recomputed: 1, changed: 1 } });
  expect(asked).toEqual(job);
});

test("an unknown resident and an unknown job are refused", async () => {
  const register = registerOfPeople("2024-06-30");
  const request = requestRecomputation(register.jobs, register);
  const jobId = JobId.parse(`j-${"0".repeat(26)}`);

  await expect(
    request({ params: {}, query: {}, body: { residentId: residentId(7) }, caller: operator }),
  ).rejects.toMatchObject({ code: "resident-unknown" });
  await expect(
    readRecomputation(register.jobs)({ params: { jobId }, query: {}, body: {}, caller: operator }),
  ).rejects.toMatchObject({ code: "job-unknown", details: { jobId } });
});

test("a recomputation as of an earlier day than the restore leaves it pending", async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);
  await register.permit(id, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: county });
  await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-01" });
  await register.permit(id, { type: "restore", eventId: "e3", effectiveOn: "2024-07-05" });

  await register.recompute(id);

  expect(await register.scores.read(id)).toMatchObject({ status: "void-suspended", nextChangeOn: date("2024-07-05") });
});
