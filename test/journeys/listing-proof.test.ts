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

test("an applicant proves with their salt that a line is theirs; a wrong name doesn't, and no child is named", async () => {
  const [parent, other] = [await services.person({ name: "张小三" }), await services.person({ name: "张大三" })];
  const child = await services.childOfOne(parent);
  const programmeId = await services.publish({ previewWorkingDays: 0, wishes: 1, notReady: "as-known" });
  const { applicationNumber } = (await services.apply(parent, programmeId, { child })).body;
  const clerk = await services.verifier();
  await services.accept(clerk, applicationNumber);
  await system.clock("2024-05-31");
  await services.drawSeed(clerk, programmeId);
  await services.settle(clerk, programmeId);

  const own = `${parent.path}/applications/${applicationNumber}/listing-entry`;
  const { listing, salt } = await services.ask(200, parent.token, "GET", own);
  const theirs = `${other.path}/applications/${applicationNumber}/listing-entry`;
  expect((await system.api("GET", theirs, { token: other.token })).status).toBe(404);
  expect((await system.api("GET", own, { token: other.token })).status).toBe(404);

  // whoever checks holds no token, and nothing but what the applicant showed them
  const genuine = async (body: object): Promise<boolean> => {
    const shown = { applicationNumber, name: "张小三", salt, ...body };
    return (await system.api("POST", `/v1/listings/${listing.listingId}/proofs`, { body: shown })).body.genuine;
  };
  expect(await genuine({})).toBe(true);
  expect(await genuine({ name: "张大三" })).toBe(false);
  expect(await genuine({ name: "何小溪" })).toBe(false);
  expect(await genuine({ salt: `${salt.slice(1)}A` })).toBe(false);
  expect(await genuine({ applicationNumber: "A-0000-0000-0000-0000" })).toBe(false);

  const paths = ["", "/export", "/table", "/page", `/entries/${applicationNumber}`];
  for (const path of paths) {
    const bytes = JSON.stringify((await system.api("GET", `/v1/listings/${listing.listingId}${path}`)).body);
    expect(bytes).toContain("张*三");
    for (const hidden of ["张小三", "何小溪", child, services.numberOf(child) ?? "?", parent.residentId, salt]) {
      expect(bytes).not.toContain(hidden);
    }
  }
});
