import { setTimeout } from "node:timers/promises";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { synthesise } from "#infra/synthesise.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { scoreFromItem, scoreKey } from "#shared/storage/score-items.ts";
import { identityNumber } from "#test/support/people.ts";
import type { Kept } from "../kept.ts";
import { clientOf } from "../mass-work/client.ts";
import { start } from "../processes.ts";
import { table } from "../table.ts";

/** How long after a change was committed its score is recorded, on the one-machine system with all its parts. */
export const followingBench = async (): Promise<readonly Kept[]> => {
  const assembly = await synthesise({ environment: "demo" });
  const said = /listening on (http:\S+)/;
  const args = ["--in-memory", "--empty", "--port", "0", "--assembly", assembly];
  const system = await start(new URL(import.meta.resolve("#local/start.ts")), { said, args });
  try {
    const office = await officeOf(said.exec(system.said)?.[1] ?? "");
    const people: ResidentId[] = [];
    for (let sequence = 1; sequence <= 50; sequence++) people.push(await office.register(sequence));
    for (let number = 0; number < warmUps; number++) await office.followed(people[number % people.length], number);

    const began = performance.now();
    const delays = await Promise.all(
      Array.from({ length: changes }, async (_, number) => {
        await setTimeout((number * 1000) / perSecond);
        return office.followed(people[number % people.length], warmUps + number);
      }),
    );
    const lasted = (performance.now() - began) / 1000;
    const [p50, p99] = [0.5, 0.99].map((share) => percentile(delays, share));
    console.log(
      table(
        ["from a change committed to its score recorded", "changes", "a second", "p50", "p99", "longest"],
        [
          [
            "one machine, all parts running",
            `${changes}`,
            (changes / lasted).toFixed(1),
            ...[p50, p99, percentile(delays, 1)].map((delay) => `${delay?.toFixed(0)} ms`),
          ],
        ],
      ),
    );
    office.close();
    return [
      {
        promise: "every change is followed by its score within seconds",
        figure: `p50 ${p50?.toFixed(0)} ms, p99 ${p99?.toFixed(0)} ms`,
        isKept: (p99 ?? Number.NaN) < 5000,
      },
    ];
  } finally {
    await system.stop();
  }
};

const changes = 200;
const perSecond = 10;
const warmUps = 20;

/** Asks the running system as departments do, and its database as nobody does but a bench. */
const officeOf = async (url: string) => {
  const call = async (method: string, path: string, body?: unknown, token = "") => {
    const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${await response.text()}`);
    return JSON.parse(await response.text());
  };
  const status: Status = await call("GET", "/local/status");
  const client = clientOf(status.endpoints.database);
  const scores = status.tables.find(({ name }) => /scores/i.test(name))?.name ?? "";
  const tokenOf = async (department: string): Promise<string> =>
    (await call("POST", "/local/tokens", { role: "feed", department, areas: ["339900"] })).token;
  const [police, education] = [await tokenOf("public-security"), await tokenOf("education")];

  const versionRecorded = async (residentId: ResidentId): Promise<number> => {
    const get = new GetItemCommand({ TableName: scores, Key: scoreKey(residentId), ConsistentRead: true });
    const { Item } = await client.send(get);
    return Item ? scoreFromItem(Item).basis.dossierVersion : 0;
  };

  return {
    register: async (sequence: number): Promise<ResidentId> => {
      const person = { identityNumber: identityNumber("1990-05-17", sequence), name: "何山雨" };
      return (await call("POST", "/v1/residents", { ...person, area: "339901" }, police)).residentId;
    },
    /** Reports a diploma, and waits from the answer on until the score of that dossier version is recorded; in ms. */
    followed: async (residentId: ResidentId | undefined, number: number): Promise<number> => {
      if (residentId === undefined) throw new Error("nobody to report of");
      const facts = { education: [{ level: "college", obtainedOn: `20${10 + (number % 10)}-07-01`, verified: true }] };
      const body = { recordId: `record-${number}`, sourceVersion: number + 1, facts };
      const { dossierVersion } = await call("PUT", `/v1/residents/${residentId}/facts/education`, body, education);
      const committed = performance.now();
      while ((await versionRecorded(residentId)) < dossierVersion) await setTimeout(5);
      return performance.now() - committed;
    },
    close: () => client.destroy(),
  };
};

interface Status {
  readonly endpoints: { readonly database: string };
  readonly tables: readonly { readonly name: string }[];
}

const percentile = (figures: readonly number[], share: number): number | undefined =>
  figures.toSorted((one, other) => one - other)[Math.ceil(figures.length * share) - 1];
