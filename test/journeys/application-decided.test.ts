import { expect, test } from "vitest";
import { fileOfType } from "../support/files.ts";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { servicesOverHttp } from "../support/services-over-http.ts";
import { testSystem } from "../support/test-system.ts";
import { uploadsOverHttp } from "../support/uploads-over-http.ts";

const system = testSystem({ shared: true });

test("applied, changed, asked for material, denied, contested, accepted by another, withdrawn", async () => {
  await system.clock("2024-05-10");
  const services = await servicesOverHttp(system, await intakeOverHttp(system));
  const { ask, verifier } = services;
  const uploads = uploadsOverHttp(system);
  const [ann, bob] = [await verifier("ann", "housing"), await verifier("bob", "housing")];
  const programmeId = await services.publish({
    ...{ service: "rental-housing", department: "housing", beneficiary: "family", childBorn: undefined },
    onePer: ["asset"],
  });
  const person = await services.person();
  const { token } = person;
  const statement = await uploads.upload(person.residentId, token, fileOfType("application/pdf"));
  const materials = [{ code: "no-home-statement", materialId: statement }];

  const applied = await services.apply(person, programmeId, { materials, asset: "浙(2024)不动产权第0001号" });
  expect([applied.status, applied.body.state]).toEqual([201, "submitted"]);
  const { applicationNumber } = applied.body;
  const own = `${person.path}/applications/${applicationNumber}`;
  const office = `/v1/applications/${applicationNumber}`;
  const changed = { wishes: ["west", "east"], materials, asset: "浙2024不动产权第0001号" };
  expect(await ask(200, token, "PUT", own, changed)).toMatchObject({ version: 2, wishes: ["west", "east"] });

  // the office that grants no facts reads what was handed in, and asks for another
  await expect
    .poll(async () => (await ask(200, ann, "GET", "/v1/applications?area=339901")).places)
    .toMatchObject([{ applicationNumber, residentId: person.residentId, overdue: false }]);
  await ask(200, ann, "GET", `${person.path}/materials/${statement}`);
  const items = [{ code: "no-home-statement", materialId: statement, reason: "it is not signed" }];
  expect(await ask(200, ann, "POST", `${office}/material-request`, { items })).toMatchObject({ waitsFor: "resident" });
  const another = await uploads.upload(person.residentId, token, fileOfType("application/pdf"));
  const handedIn = { materials: [{ code: "no-home-statement", materialId: another }] };
  expect(await ask(200, token, "POST", `${own}/materials`, handedIn)).toMatchObject({ state: "submitted" });

  const denied = { outcome: "not-eligible", reason: "a home is known", clause: "第三条" };
  await ask(200, ann, "POST", `${office}/eligibility`, denied);
  await ask(200, token, "POST", `${own}/contest`, { reason: "that one was sold" });
  await ask(403, ann, "POST", `${office}/eligibility`, { outcome: "accepted", reason: "sold" });
  expect(await services.accept(bob, applicationNumber)).toMatchObject({ state: "accepted", contested: true });

  expect(await ask(200, token, "GET", `${own}/standing`)).toMatchObject({
    isRanked: false,
    wishes: [{ offer: "west" }, { offer: "east" }],
  });
  expect(await ask(200, token, "POST", `${own}/withdrawal`, {})).toMatchObject({ state: "withdrawn" });
  const { steps } = await ask(200, token, "GET", own);
  expect(steps.map(({ step }: { step: string }) => step)).toEqual([
    ...["applied", "changed", "material-asked", "material-handed-in", "found-not-eligible"],
    ...["contested", "accepted", "withdrawn"],
  ]);
  await system.quiet();
  const { messages } = await ask(200, token, "GET", `${person.path}/messages`);
  const kinds = messages.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind === "application-decided")).toHaveLength(2);
});
