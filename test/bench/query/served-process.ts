import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { build } from "esbuild";
import { createLocalJWKSet } from "jose";
import { bundling } from "#infra/bundles.ts";
import { sizeOf } from "#infra/sizes.ts";
import { functionPool } from "#local/functions/function-pool.ts";
import { gateway } from "#local/gateway/gateway.ts";
import { openIssuer } from "#local/issuer.ts";
import { listen } from "#local/listen.ts";
import { openDatabase } from "#local/open-database.ts";
import type { Item } from "#shared/storage/attributes.ts";
import { dossierToItem } from "#shared/storage/resident-items.ts";
import { scoreToItem } from "#shared/storage/score-items.ts";
import { tables } from "#shared/storage/tables.ts";
import { writeMany } from "#shared/storage/write-many.ts";
import { tableShape } from "#test/support/table-shape.ts";
import { clientOf } from "../mass-work/client.ts";
import { personNumber, recordedScore } from "../mass-work/population.ts";
import { functionNames, type Served } from "./served.ts";

// the score query and two to compare it with, behind one gateway, each a bundle as it is deployed
const entryPoints = {
  "query-score": "functions/score-query/query-score.handler.ts",
  "same-reads": "test/bench/query/same-reads.handler.ts",
  nothing: "test/bench/query/nothing.handler.ts",
};
const directory = mkdtempSync(join(tmpdir(), "query-bench-"));
await build({ ...bundling, entryPoints, outdir: directory });

const engine = await openDatabase(undefined);
const client = clientOf(engine.endpoint);
for (const name of ["residents", "scores", "feeds"] as const) {
  await client.send(new CreateTableCommand({ TableName: name, ...tableShape(tables[name]) }));
}
const people = Array.from({ length: 2000 }, (_, number) => personNumber(number + 1));
const puts = (items: readonly Item[]) => items.map((item) => ({ PutRequest: { Item: item } }));
await writeMany(client, "residents", puts(people.map(dossierToItem)));
// with them nobody's score waits, so that nothing is sent to the retry queue
await writeMany(client, "scores", puts(people.map((dossier) => scoreToItem(recordedScore(dossier)))));

const { memory, seconds } = sizeOf("query-score");
const environment = {
  RESIDENTS_TABLE: "residents",
  SCORES_TABLE: "scores",
  FEEDS_TABLE: "feeds",
  RETRY_QUEUE_URL: engine.endpoint,
  AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
  AWS_REGION: "local",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  LOG_LEVEL: "INFO",
};
const settings = { environment: {}, maximumThreads: 4, calendarDayOffset: () => 0, log: () => {} };
const pools = Object.fromEntries(
  functionNames.map((name) => {
    const function_ = {
      name,
      directory,
      handler: `${name}.handler`,
      environment,
      memoryMb: memory,
      timeoutMs: seconds * 1000,
    };
    return [name, functionPool(function_, settings)];
  }),
);
const authorizer = { issuer: "https://tokens.local", audience: ["points"] };
const issuer = await openIssuer(join(directory, "issuer-key.json"), authorizer);
const call = gateway({
  api: {
    id: "bench",
    throttle: undefined,
    routes: functionNames.map((functionName) => ({
      key: `GET /${functionName}/{residentId}`,
      functionName,
      timeoutMs: 29_000,
      authorizer,
    })),
  },
  keys: createLocalJWKSet(issuer.publicKeys),
  invoke: async (name, event) => {
    const pool = pools[name];
    if (!pool) throw new Error(`there is no function ${name}`);
    return pool.invoke(event);
  },
});
const server = await listen("127.0.0.1", 0);
server.serve(call);

const served: Served = {
  url: server.url,
  token: await issuer.token({ role: "auditor", areas: "330000", expiresIn: 3600 }),
  residentIds: people.map(({ residentId }) => residentId),
};
console.log(JSON.stringify(served));

process.once("SIGTERM", async () => {
  await server.close();
  await Promise.all(Object.values(pools).map((pool) => pool.close()));
  client.destroy();
  await engine.close();
  rmSync(directory, { recursive: true });
});
