import { createWriteStream } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createLocalJWKSet } from "jose";
import { type Clock, openClock } from "./clock.ts";
import { createTables } from "./create-tables.ts";
import type { DataDirectory } from "./data-directory.ts";
import { type FunctionPool, functionPool } from "./functions/function-pool.ts";
import { gateway } from "./gateway/gateway.ts";
import { type Issuer, openIssuer } from "./issuer.ts";
import { listen } from "./listen.ts";
import { openDatabase } from "./open-database.ts";
import { localCalls } from "./routes/local-calls.ts";
import { localRoutes } from "./routes/local-routes.ts";
import type { JwtAuthorizer } from "./template/api.ts";
import { readAssembly } from "./template/assembly.ts";
import { readWiring, type Wiring } from "./template/read-wiring.ts";
import { region } from "./template/resolve.ts";

interface SystemOptions {
  readonly host: string;
  readonly port: number;
  readonly data: DataDirectory;
  /** Where the synthesized templates and their bundles lie. */
  readonly assembly: string;
  /** Whether what functions log is printed, instead of going into a file. */
  readonly verbose: boolean;
}

/** A running system, and its parts as far as others need them. */
export interface System {
  readonly url: string;
  readonly startedAt: string;
  readonly data: DataDirectory;
  readonly wiring: Wiring;
  readonly issuer: Issuer;
  readonly clock: Clock;
  readonly functions: ReadonlyMap<string, FunctionPool>;
  readonly database: DynamoDBClient;
  readonly close: () => Promise<void>;
}

/** Brings up the whole system: the engine with its tables, the functions, the issuer, and the gateway in front. */
export const startSystem = async ({ host, port, data, assembly, verbose }: SystemOptions): Promise<System> => {
  const server = await listen(host, port);
  const wiring = readWiring(readAssembly(assembly));
  const engine = await openDatabase(data.database);
  const environment = environmentOf(engine.endpoint, data);
  const { accessKeyId, secretAccessKey } = nobody;
  const database = new DynamoDBClient({
    endpoint: engine.endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
  });
  await createTables(database, wiring.tables);

  const issuer = await openIssuer(data.issuerKey, trustedIssuer(wiring));
  const clock = openClock(data.clock);
  const log = verbose ? process.stderr : createWriteStream(data.log, { flags: "a" });
  const settings = {
    environment,
    maximumThreads: 4,
    calendarDayOffset: clock.movedByDays,
    log: (text: string) => void log.write(text),
  };
  const functions = new Map(wiring.functions.map((each) => [each.name, functionPool(each, settings)]));

  const system: System = {
    url: server.url,
    startedAt: new Date().toISOString(),
    data,
    wiring,
    issuer,
    clock,
    functions,
    database,
    close: async () => {
      await server.close();
      await Promise.all([...functions.values()].map((pool) => pool.close()));
      database.destroy();
      await engine.close();
      if (!verbose) log.end();
      data.close();
    },
  };
  const callGateway = gateway({
    api: wiring.api,
    keys: createLocalJWKSet(issuer.publicKeys),
    invoke: (name, event) => poolOf(functions, name).invoke(event),
  });
  const callLocal = localRoutes(localCalls(system));
  server.serve((request, response) =>
    request.url?.startsWith("/local/") ? callLocal(request, response) : callGateway(request, response),
  );
  return system;
};

// the engine doesn't look at signatures, and the SDK insists on them
const nobody = { accessKeyId: "local", secretAccessKey: "local" } as const;

/** What functions are told beside what the template tells them: where this machine has what AWS has elsewhere. */
const environmentOf = (endpoint: string, { identityKeys }: DataDirectory) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: nobody.accessKeyId,
  AWS_SECRET_ACCESS_KEY: nobody.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  IDENTITY_KEY_FILE: identityKeys,
});

const trustedIssuer = ({ api }: Wiring): JwtAuthorizer => {
  const authorizers = api.routes.flatMap(({ authorizer }) => authorizer ?? []);
  const [one, ...others] = authorizers;
  if (!one || others.some(({ issuer }) => issuer !== one.issuer)) {
    throw new Error("the one-machine system takes exactly one issuer of tokens");
  }
  return one;
};

const poolOf = (functions: ReadonlyMap<string, FunctionPool>, name: string): FunctionPool => {
  const pool = functions.get(name);
  if (!pool) throw new Error(`a route leads to ${name}, which is no function`);
  return pool;
};
