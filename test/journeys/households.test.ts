import { beforeAll, expect, test } from "vitest";
import { Role } from "#shared/contract/roles.ts";
import { county, intakeOverHttp } from "../support/intake-over-http.ts";
import { identityNumber } from "../support/people.ts";
import { servicesOverHttp } from "../support/services-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let services: Awaited<ReturnType<typeof servicesOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-07-01");
  services = await servicesOverHttp(system, await intakeOverHttp(system));
});

test("two people marry and have a child: proposed, told, confirmed, seen by the department without names", async () => {
  const [mother, father] = [await services.person({ name: "何山雨" }), await services.person({ name: "林海风" })];
  const before = await services.ask(200, mother.token, "GET", `${mother.path}/score`);

  const child = await services.family(mother, father);

  const office = await services.verifier();
  const { relations } = await services.ask(200, office, "GET", `${father.path}/household`);
  expect(relations).toHaveLength(2);
  expect(relations).toContainEqual(
    expect.objectContaining({
      relation: "child",
      part: "other-adult",
      persons: { proposer: mother.residentId, relative: child, otherAdult: father.residentId },
      bornOn: "2018-03-01",
      names: null,
    }),
  );
  expect(JSON.stringify(relations)).not.toMatch(/\p{Script=Han}/u);
  const { messages } = await services.ask(200, father.token, "GET", `${father.path}/messages`);
  expect(messages.filter(({ kind }: { kind: string }) => kind === "relation-proposed")).toHaveLength(2);
  // the score knows nothing of it
  expect(await services.ask(200, mother.token, "GET", `${mother.path}/score`)).toEqual(before);
});

test("whoever was named before they were registered keeps the id", async () => {
  const [mother, father] = [await services.person(), await services.person()];
  const child = await services.family(mother, father);
  const { relations } = await services.ask(200, mother.token, "GET", `${mother.path}/household`);
  const [{ names }] = relations.filter(({ relation }: { relation: string }) => relation === "child");
  const unknown = await system.api("GET", `/v1/residents/${child}/score`, {
    token: await system.token("window", { areas: [county] }),
  });
  const token = await system.token("feed", { department: "public-security", areas: [county] });
  const number = services.numberOf(child);

  const { residentId } = await services.ask(201, token, "POST", "/v1/residents", {
    identityNumber: number,
    name: names.relative,
    area: county,
  });

  expect(unknown.status).toBe(404);
  expect(residentId).toBe(child);
});

test("a number that is registered and one that is not are answered alike", async () => {
  const [asking, registered] = [await services.person(), await services.person()];
  const typed = [
    { identityNumber: registered.identityNumber, name: registered.name },
    { identityNumber: registered.identityNumber, name: "别人" },
    { identityNumber: identityNumber("1977-07-07", 1), name: "别人" },
  ];

  const answers = [];
  for (const person of typed) {
    const body = { relation: "spouse", ...person };
    answers.push(await system.api("POST", `${asking.path}/household/relations`, { token: asking.token, body }));
  }

  const alike = answers.map(({ status, body: { relationId, ...rest } }) => ({
    status,
    ...rest,
    length: relationId.length,
  }));
  expect(new Set(alike.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(alike[0]).toMatchObject({ status: 201, state: "proposed", waitsFor: "other-adult" });
});

const noRelation = `h-${"0".repeat(26)}`;
const consent = { onBehalf: { by: "window", consent: true } };

/** What each role may call, and the status that says so: a relation that is not there is 404. */
const mayCall: Readonly<Partial<Record<Role, Readonly<Record<string, number>>>>> = {
  resident: { see: 200, propose: 201, confirm: 404, refuse: 404, end: 404 },
  // says nothing of consent when it proposes
  window: { see: 200, propose: 422, confirm: 404, refuse: 404, end: 404, attest: 404 },
  verifier: { see: 200 },
};

test.each(Role.options)("%s may do with a household what the table says", async (role) => {
  const { residentId, path } = await services.person();
  const token = await system.token(role, { areas: [county], department: "education", residentId });
  const given = role === "window" ? consent : {};
  const relation = `${path}/household/relations/${noRelation}`;
  const calls: Readonly<Record<string, readonly [method: string, path: string, body?: object]>> = {
    see: ["GET", `${path}/household`],
    propose: [
      "POST",
      `${path}/household/relations`,
      { relation: "spouse", identityNumber: identityNumber("1977-07-07", 2), name: "别人" },
    ],
    confirm: ["POST", `${relation}/confirmation`, given],
    refuse: ["POST", `${relation}/refusal`, given],
    end: ["POST", `${relation}/end`, given],
    attest: ["POST", `${relation}/attestation`, { materials: [] }],
  };

  for (const [name, [method, where, body]] of Object.entries(calls)) {
    const answer = await system.api(method, where, { token, ...(body && { body }) });
    expect(answer.status, name).toBe(mayCall[role]?.[name] ?? 403);
  }
});
