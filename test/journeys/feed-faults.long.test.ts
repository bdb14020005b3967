import { execFile } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dossierToItem } from "#shared/storage/resident-items.ts";
import { county, intakeOverHttp } from "../support/intake-over-http.ts";
import { recordedWrongly } from "../support/recorded-rightly.ts";
import { storedState } from "../support/stored-state.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ keepsData: true });
const today = date("2024-06-30");
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;

beforeAll(async () => {
  await system.clock(today);
  intake = await intakeOverHttp(system);
});

const feed = async (order: object): Promise<void> => {
  const { status, body } = await system.local("POST", "/local/feed", order);
  expect([status, body]).toMatchObject([200, {}]);
};

const suspendAndRestore = async (residentId: string): Promise<void> => {
  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-10" });
  await intake.permit(residentId, { type: "restore", eventId: "restore", effectiveOn: "2024-06-20" });
};

const wrong = async (): Promise<readonly string[]> =>
  recordedWrongly(await (await storedState(system)).people(), publishedStandards(), today);

const scoreOf = async (residentId: string) => {
  const token = await system.token("window", { areas: [county] });
  return (await system.api("GET", `/v1/residents/${residentId}/score`, { token })).body;
};

const lag = async (): Promise<number> => (await system.local("GET", "/local/status")).body.lag.seconds;

test("with the feed stopped for three days answers stay right, the lag shows, and a sweep is the way back", async () => {
  const operator = await system.token("operator");
  const residentId = await intake.permitHolder();
  await system.quiet();
  await feed({ running: false });

  await suspendAndRestore(residentId);
  await feed({ ageByHours: 73 });
  const pending = await scoreOf(residentId);
  await feed({ running: true });
  await system.quiet();
  const afterTheTrimmed = await wrong();
  const { body: job } = await system.api("POST", "/v1/recomputations", { token: operator, body: { everyone: true } });
  await system.quiet();
  const { body: done } = await system.api("GET", `/v1/recomputations/${job.jobId}`, { token: operator });

  expect(pending).toMatchObject({ status: "pending-recompute", effectiveTotal: 0 });
  expect(afterTheTrimmed).toEqual([expect.stringContaining(residentId)]);
  expect(done).toMatchObject({ state: "done", counts: { changed: 1, failed: 0 } });
  expect(await wrong()).toEqual([]);
  expect(await scoreOf(residentId)).toMatchObject({ status: "effective", effectiveTotal: 69 });
});

test("while the feed stands the lag grows, and is nothing once it has caught up", async () => {
  await feed({ running: false });
  await intake.permitHolder();
  await feed({ ageByHours: 2 });

  const standing = await lag();
  await feed({ running: true });
  await system.quiet();

  expect(standing).toBeGreaterThanOrEqual(2 * 3600);
  expect(await lag()).toBeLessThan(60);
  expect(await wrong()).toEqual([]);
});

test("with every record delivered twice the state is the same, and no history is written twice", async () => {
  await feed({ deliver: "twice" });
  const residentId = await intake.permitHolder();
  await suspendAndRestore(residentId);
  await system.quiet();
  await feed({ deliver: "once" });

  expect(await wrong()).toEqual([]);
  const { history } = await (await storedState(system)).person(ResidentId.parse(residentId));
  expect(new Set(history.map(({ basis }) => JSON.stringify(basis))).size).toBe(history.length);
});

test("a poison record holds up nobody: it ends among the dead letters, and after the repair the redrive brings it back", async () => {
  const { client, tableOf, person } = await storedState(system);
  await feed({ running: false });
  const before = await intake.permitHolder();
  const { dossier } = await person(ResidentId.parse(before));
  const poisoned = ResidentId.parse(`r-${"p0".repeat(13)}`);
  const item = dossierToItem({ ...dossier, residentId: poisoned });
  const broken = { ...item, dossier: { S: "{" }, packed: { B: new Uint8Array([255]) } };
  await client.send(new PutItemCommand({ TableName: tableOf("residents"), Item: broken }));
  const after = await intake.permitHolder();
  await feed({ running: true });
  while (!(await hasFollowedAll())) await setTimeout(50);
  const meanwhile = await Promise.all([before, after].map((id) => person(ResidentId.parse(id))));
  const stillTried = await waitingToBeRetried();
  await untilDeadLetters(1);
  await client.send(new PutItemCommand({ TableName: tableOf("residents"), Item: item }));
  const { stdout } = await redrive();
  await system.quiet();

  expect(stillTried).toBe(1);
  expect(recordedWrongly(meanwhile, publishedStandards(), today)).toEqual([]);
  expect(stdout).toContain("1 moved back, 0 remain");
  expect(await wrong()).toEqual([]);
  expect((await person(poisoned)).score).toMatchObject({ status: "effective" });
});

test("killed in the middle of following many changes, it goes on where it was", async () => {
  await feed({ running: false });
  const people = [];
  for (let count = 0; count < 10; count++) people.push(await intake.permitHolder());
  for (const residentId of people) await suspendAndRestore(residentId);

  await feed({ running: true });
  for (let times = 1; times <= 3; times++) {
    while (!system.log().includes("dossier-change-followed") && !(await hasFollowedAll())) await setTimeout(5);
    await system.kill();
    await system.start();
  }
  await system.quiet();

  expect(await wrong()).toEqual([]);
});

const hasFollowedAll = async (): Promise<boolean> => (await system.local("GET", "/local/status")).body.stream.idle;

const waitingToBeRetried = async (): Promise<number> => {
  const { queues } = (await system.local("GET", "/local/status")).body;
  const retries = queues.find(({ name }: { readonly name: string }) => name === "RetryQueue");
  return retries.visible + retries.inFlight + retries.delayed;
};

/** Lets queue time pass until so many dead letters lie there: each attempt has its time-out. */
const untilDeadLetters = async (count: number): Promise<void> => {
  for (;;) {
    const { queues } = (await system.local("GET", "/local/status")).body;
    const letters = queues.filter(
      ({ deadLettersOf }: { deadLettersOf: readonly string[] }) => deadLettersOf.length > 0,
    );
    if (letters.reduce((sum: number, { visible }: { visible: number }) => sum + visible, 0) >= count) return;
    await system.local("POST", "/local/queues", { elapseSeconds: 600 });
    await setTimeout(100);
  }
};

const redrive = async () => {
  const command = fileURLToPath(import.meta.resolve("#commands/redrive.ts"));
  const { listening } = (await system.local("GET", "/local/status")).body;
  return promisify(execFile)(process.execPath, [command, "--local", listening]);
};
