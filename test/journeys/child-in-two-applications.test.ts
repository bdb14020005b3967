import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { servicesOverHttp } from "../support/services-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let services: Awaited<ReturnType<typeof servicesOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  services = await servicesOverHttp(system, await intakeOverHttp(system));
});

test("a child stands in one application, whichever parent files it, until that one is withdrawn", async () => {
  const [mother, father, stranger] = [await services.person(), await services.person(), await services.person()];
  const [first, second] = [await services.family(mother, father), await services.child(father, mother)];
  const programmeId = await services.publish();

  const filed = await services.apply(mother, programmeId, { child: first });
  const attempts = {
    "the other parent's": await services.apply(father, programmeId, { child: first }),
    "her own, once more": await services.apply(mother, programmeId, { child: first }),
    "a stranger's": await services.apply(stranger, programmeId, { child: first }),
    "one for no child": await services.apply(stranger, programmeId),
  };
  const forTheSecond = await services.apply(father, programmeId, { child: second });

  expect(filed).toMatchObject({ status: 201, body: { state: "submitted", child: first } });
  expect(Object.entries(attempts).map(([whose, { status, body }]) => [whose, status, body.type])).toEqual([
    ["the other parent's", 409, "/problems/application-once"],
    ["her own, once more", 409, "/problems/application-once"],
    ["a stranger's", 422, "/problems/child-not-confirmed"],
    ["one for no child", 400, "/problems/invalid-request"],
  ]);
  expect(forTheSecond).toMatchObject({ status: 201, body: { child: second } });

  const { applicationNumber } = filed.body;
  await services.ask(200, mother.token, "POST", `${mother.path}/applications/${applicationNumber}/withdrawal`, {});
  const changed = await system.api("PUT", `${father.path}/applications/${forTheSecond.body.applicationNumber}`, {
    token: father.token,
    body: { wishes: ["west"], child: first },
  });
  expect(changed).toMatchObject({ status: 200, body: { child: first, wishes: ["west"] } });
  expect(await services.apply(mother, programmeId, { child: second })).toMatchObject({ status: 201 });
});

test("a child whose relation has ended is no longer one to apply for; what was filed stays", async () => {
  const [mother, father] = [await services.person(), await services.person()];
  const child = await services.family(mother, father);
  const programmeId = await services.publish();
  const otherYear = await services.publish({ year: 2023 });
  const filed = await services.apply(mother, programmeId, { child });

  const { relations } = await services.ask(200, father.token, "GET", `${father.path}/household`);
  const { relationId } = relations.find(({ relation }: { relation: string }) => relation === "child");
  await services.ask(200, father.token, "POST", `${father.path}/household/relations/${relationId}/end`, {});

  expect(await services.apply(mother, otherYear, { child })).toMatchObject({
    status: 422,
    body: { type: "/problems/child-not-confirmed" },
  });
  expect(await services.read(mother, filed.body.applicationNumber)).toMatchObject({ state: "submitted", child });
});
