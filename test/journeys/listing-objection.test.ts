import { beforeAll, expect, test } from "vitest";
import { verifyExport } from "#shared/ranking/verify-export.ts";
import { county, intakeOverHttp, workersFacts } from "../support/intake-over-http.ts";
import { type Applicant, servicesOverHttp } from "../support/services-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let services: Awaited<ReturnType<typeof servicesOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  services = await servicesOverHttp(system, await intakeOverHttp(system));
});

const onePlace = [{ code: "east", name: { zh: "东溪小学", en: "Dongxi Primary School" }, places: 1 }];

/** All that anyone can get of a listing without a token. */
const everyByte = async (listingId: string): Promise<string> => {
  const paths = ["", "?revision=1", "/export", "/table?lang=zh", "/table?lang=en", "/page?lang=zh", "/page?lang=en"];
  const bodies = await Promise.all(
    paths.map(async (path) => (await system.api("GET", `/v1/listings/${listingId}${path}`)).body),
  );
  return JSON.stringify([...bodies, (await system.api("GET", "/v1/listings")).body]);
};

test("a listing is previewed, public, objected to, corrected, final and gone", async () => {
  const ahead = await services.person({ name: "张小三" });
  const behind = await services.person({ name: "欧阳海", facts: { education: workersFacts.education } });
  const stranger = await services.person({ facts: {} });
  const programmeId = await services.publish({
    ...{ beneficiary: "applicant", childBorn: undefined, offers: onePlace, wishes: 1 },
    // the feeds of a journey are soon silent for longer than they promised
    notReady: "as-known",
  });
  const numberOf = async (who: Applicant) => (await services.apply(who, programmeId)).body.applicationNumber;
  const [first, second] = [await numberOf(ahead), await numberOf(behind)];
  const [clerk, colleague] = [await services.verifier("clerk-1"), await services.verifier("clerk-2")];
  for (const number of [first, second]) await services.accept(clerk, number);
  await system.clock("2024-05-31");
  await services.drawSeed(clerk, programmeId);
  expect(await services.settle(clerk, programmeId)).toMatchObject({ state: "preview" });

  // before the public sees it, everyone who applied sees their own line
  const own = await services.ask(200, ahead.token, "GET", `${ahead.path}/applications/${first}/listing-entry`);
  expect(own).toMatchObject({
    listing: { state: "preview" },
    entry: { place: 1, maskedName: "张*三", result: "placed" },
  });
  const { listingId } = own.listing;
  const path = `/v1/listings/${listingId}`;
  expect((await system.api("GET", path)).status).toBe(404);
  expect((await services.ask(200, clerk, "GET", `${path}/preview`)).entries).toHaveLength(2);

  await services.begin("2024-06-06");
  const listed = await system.api("GET", path);
  expect(listed.headers["cache-control"]).toBe("public, max-age=300");
  const again = await system.api("GET", path, { headers: { "if-none-match": listed.headers.etag ?? "" } });
  expect(again.status).toBe(304);
  expect(
    listed.body.entries.map((entry: { maskedName: string; result: string }) => [entry.maskedName, entry.result]),
  ).toEqual([
    ["张*三", "placed"],
    ["欧阳*", "no-place"],
  ]);
  expect(listed.body.listing).toMatchObject({ state: "public", dueOn: "2024-06-14", revision: 1 });

  // whoever found it eligible does not decide on the objection, nor does the objector
  const objected = await services.ask(201, stranger.token, "POST", `${path}/objections`, {
    applicationNumber: first,
    reason: "they have moved to another city",
  });
  const objection = `${path}/objections/${objected.objectionId}`;
  expect((await system.api("POST", `${objection}/assignment`, { token: clerk })).status).toBe(403);
  await services.ask(200, colleague, "POST", `${objection}/assignment`);
  const named = { reason: `${ahead.identityNumber} moved away`, clause: "第三条" };
  const refused = await system.api("POST", `${objection}/decision`, {
    token: colleague,
    body: { outcome: "upheld", entry: "leave-out", ...named },
  });
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, "reason"]);
  await services.ask(200, colleague, "POST", `${objection}/decision`, {
    ...{ outcome: "upheld", entry: "leave-out", reason: "moved away before the window closed", clause: "第三条" },
  });

  const corrected = (await system.api("GET", path)).body;
  expect(corrected.listing).toMatchObject({
    revision: 2,
    openObjections: 0,
    changes: [{ revision: 2, applicationNumber: first, reason: "moved away before the window closed" }],
  });
  expect((await system.api("GET", `${path}/entries/${second}`)).body).toMatchObject({
    result: "placed",
    offer: "east",
  });
  const exported = (await system.api("GET", `${path}/export`)).body;
  expect(verifyExport(exported)).toMatchObject({ differences: [], read: { digest: corrected.listing.digest } });

  const bytes = await everyByte(listingId);
  for (const { name, identityNumber, residentId } of [ahead, behind, stranger]) {
    for (const hidden of [name, identityNumber, residentId]) expect(bytes).not.toContain(hidden);
  }
  expect(bytes).not.toContain("another city");
  expect(bytes).not.toContain(own.salt);

  await services.begin("2024-06-15");
  const gone = await system.api("GET", path);
  expect([gone.status, gone.body.type]).toEqual([410, "/problems/listing-ended"]);
  expect(gone.body).toMatchObject({ digest: corrected.listing.digest, counts: corrected.listing.counts });
  expect(await services.read(behind, second)).toMatchObject({ state: "granted", granted: { offer: "east" } });
  expect((await services.read(ahead, first)).state).toBe("not-granted");
  expect(await services.ask(200, stranger.token, "GET", objection)).toMatchObject({
    ...{ state: "upheld", decision: { becomes: "left-out" } },
  });
  const auditor = await system.token("auditor", { areas: [county] });
  const audited = await services.ask(200, auditor, "GET", `${path}/audit`);
  expect(verifyExport(audited)).toMatchObject({ differences: [] });
});
