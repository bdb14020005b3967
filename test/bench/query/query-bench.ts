import { Agent, get } from "node:http";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { Kept } from "../kept.ts";
import { start } from "../processes.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { table } from "../table.ts";
import { type FunctionName, functionNames, type Served } from "./served.ts";

/** The score query over HTTP, beside a function that only reads the same and one that does nothing. */
export const queryBench = async (): Promise<readonly Kept[]> => {
  const server = await start(new URL("./served-process.ts", import.meta.url));
  try {
    const served: Served = JSON.parse(server.said);
    const measured: Measured[] = [];
    await race(served, 64, warmUps);
    for (const concurrency of [32, 256]) measured.push(await race(served, concurrency, rounds));
    console.log(
      table(
        ["answers a second", ...measured.map(({ concurrency }) => `${concurrency} at a time`)],
        functionNames.map((name) => [
          descriptions[name],
          ...measured.map(({ throughput }) => Math.round(spreadOf(throughput[name]).median).toLocaleString("en")),
        ]),
      ),
    );
    console.log(`\n${rounds} rounds of ${requestsEach} requests of each in turn; medians\n`);
    return measured.map(({ concurrency, throughput }) => {
      const ratio = spreadOf(throughput["query-score"].map((one, at) => one / (throughput["same-reads"][at] ?? 0)));
      return {
        promise: `${concurrency} at a time: at least 0.8 of the throughput of the same reads`,
        figure: ranged(ratio),
        isKept: ratio.median >= 0.8,
      };
    });
  } finally {
    await server.stop();
  }
};

const descriptions = {
  "query-score": "the score query",
  "same-reads": "the same reads, and nothing made of them",
  nothing: "no reads at all",
} as const satisfies Record<FunctionName, string>;

const rounds = 9;
// until every thread has had a thousand, its compiler is what is measured
const warmUps = 6;
const requestsEach = 512;

type Throughput = Readonly<Record<FunctionName, number[]>>;

interface Measured {
  readonly concurrency: number;
  readonly throughput: Throughput;
}

const race = async (served: Served, concurrency: number, rounds: number): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const throughput: Throughput = { "query-score": [], "same-reads": [], nothing: [] };
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < functionNames.length; turn++) {
      const name = functionNames[(turn + round) % functionNames.length] ?? "nothing";
      throughput[name].push(await answersPerSecond(served, name, agent, concurrency));
    }
  }
  agent.destroy();
  return { concurrency, throughput };
};

const answersPerSecond = async (
  { url, token, residentIds }: Served,
  name: FunctionName,
  agent: Agent,
  concurrency: number,
): Promise<number> => {
  const began = performance.now();
  await inParallel(Array.from({ length: requestsEach }), concurrency, async () => {
    const residentId = residentIds[Math.floor(Math.random() * residentIds.length)];
    const status = await asked(`${url}/${name}/${residentId}`, token, agent);
    if (status !== 200) throw new Error(`${name} answered ${status}`);
  });
  return requestsEach / ((performance.now() - began) / 1000);
};

const asked = (url: string, token: string, agent: Agent): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    }).on("error", reject);
  });

const ranged = ({ median, minimum, maximum }: Spread): string =>
  `${median.toFixed(2)} (${minimum.toFixed(2)}–${maximum.toFixed(2)})`;
