import { expect, test } from "vitest";
import { someTerms } from "../support/a-programme.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });

test("a programme is written by one, approved by another, seen by everybody, and gets its seed when nobody can apply", async () => {
  await system.clock("2024-04-01");
  const areas = ["339900"];
  const writer = await system.token("rule-maker", { sub: "ruth", areas });
  const both = await system.token(["rule-maker", "approver"], { sub: "ruth", areas });
  const approver = await system.token("approver", { sub: "ada", areas });
  const department = await system.token("verifier", { sub: "vera", areas, department: "education" });
  const resident = await system.token("resident", { residentId: `r-${"0".repeat(26)}` });

  const faulty = await system.api("POST", "/v1/programmes", { token: writer, body: someTerms({ wishes: 9 }) });
  expect(faulty).toMatchObject({ status: 400, body: { errors: [{ field: "wishes" }] } });

  const drafted = await system.api("POST", "/v1/programmes", { token: writer, body: someTerms({ threshold: 10 }) });
  const path = `/v1/programmes/${drafted.body.programmeId}`;
  expect((await system.api("GET", path, { token: resident })).status).toBe(404);
  const redrafted = await system.api("PUT", path, { token: writer, body: someTerms() });
  const publish = (token: string, digest: string) =>
    system.api("POST", `${path}/publication`, { token, body: { digest } });
  expect(await publish(both, redrafted.body.digest)).toMatchObject({
    status: 403,
    body: { type: "/problems/second-person-needed" },
  });
  expect(await publish(approver, drafted.body.digest)).toMatchObject({
    status: 409,
    body: { type: "/problems/programme-changed" },
  });
  expect(await publish(approver, redrafted.body.digest)).toMatchObject({ status: 200, body: { state: "published" } });

  const seen = await system.api("GET", path, { token: resident });
  expect(seen.body.steps.map(({ step }: { step: string }) => step)).toEqual(["drafted", "redrafted", "published"]);
  const { body: list } = await system.api("GET", "/v1/programmes?area=339902&service=compulsory-education", {
    token: resident,
  });
  const listed = list.programmes.find((one: { programmeId: string }) => one.programmeId === drafted.body.programmeId);
  expect(listed).toMatchObject({ terms: { name: someTerms().name }, digest: redrafted.body.digest });

  const draw = () =>
    system.api("POST", `${path}/seed`, { token: department, body: { seed: "03 07 12 + 09", source: "draw 2024059" } });
  expect(await draw()).toMatchObject({ status: 409, body: { type: "/problems/programme-too-early" } });
  await system.clock("2024-05-25");
  expect(await draw()).toMatchObject({ status: 200, body: { seed: { seed: "03 07 12 + 09" } } });
  expect(await draw()).toMatchObject({ status: 409, body: { type: "/problems/seed-drawn-before" } });
});
