import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { reviewDesk } from "../support/review-desk.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;
let desk: Awaited<ReturnType<typeof reviewDesk>>;

beforeAll(async () => {
  await system.clock("2024-07-01");
  intake = await intakeOverHttp(system);
  desk = await reviewDesk(system, intake);
});

test("the window files on somebody's behalf, with their consent", async () => {
  const residentId = await intake.permitHolder();
  const atTheWindow = desk.personOf(residentId, desk.window);
  const { path } = atTheWindow;

  const before = await system.api("POST", `${path}/materials`, {
    token: desk.window,
    body: { contentType: "application/pdf", bytes: 100, sha256: "0".repeat(64) },
  });
  expect(before).toMatchObject({ status: 409, body: { type: "/problems/undertaking-missing" } });
  const consent = { by: "window", consent: true };
  await system.api("POST", `${path}/undertakings`, {
    token: desk.window,
    body: { version: desk.undertaking, ...consent },
  });
  expect(await atTheWindow.submit()).toMatchObject({ status: 422, body: { type: "/problems/consent-missing" } });
  const submitted = await atTheWindow.submit({ onBehalf: consent });

  expect(submitted).toMatchObject({ status: 201, body: { review: { filedBy: "window" } } });
  const elsewhere = desk.personOf(residentId, await system.token("window", { areas: ["339902"] }));
  const { reviewId } = submitted.body.review;
  expect(await system.api("GET", `${path}/reviews/${reviewId}`, { token: elsewhere.token })).toMatchObject({
    status: 404,
  });
  const theirs = await desk.aPerson(residentId);
  expect((await theirs.review(reviewId)).state).toBe("submitted");
});

test("a guardian files for whom they answer", async () => {
  const person = await desk.aPerson();

  const submitted = await person.submit({ onBehalf: { by: "guardian" } });

  expect(submitted.body.review).toMatchObject({ filedBy: "guardian" });
});
