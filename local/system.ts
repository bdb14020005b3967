import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createLocalJWKSet } from "jose";
import { type Clock, openClock } from "./clock.ts";
import { createTables } from "./create-tables.ts";
import type { DataDirectory } from "./data-directory.ts";
import { openExecutionLog } from "./executions/execution-log.ts";
import { type Executions, executionsOf } from "./executions/executions.ts";
import { listenForExecutions } from "./executions/wire.ts";
import { type AsynchronousInvocations, asynchronousInvocations } from "./functions/asynchronous-invocations.ts";
import type { Outcome } from "./functions/execution.ts";
import { type FunctionPool, functionPool } from "./functions/function-pool.ts";
import { gateway } from "./gateway/gateway.ts";
import { type Issuer, openIssuer } from "./issuer.ts";
import { listen } from "./listen.ts";
import { collectMetrics, type Metrics } from "./metrics.ts";
import { type Objects, startObjects } from "./objects/start-objects.ts";
import { openDatabase } from "./open-database.ts";
import { startQueuePoller } from "./queues/poller.ts";
import { type Queues, startQueues } from "./queues/start-queues.ts";
import { localCalls } from "./routes/local-calls.ts";
import { localRoutes } from "./routes/local-routes.ts";
import { type Scheduler, schedulerOf } from "./scheduler/scheduler.ts";
import { messageQueue, type Sender, startSender } from "./sender.ts";
import { type StreamPump, startStreamPump } from "./stream-pump/start-stream-pump.ts";
import type { JwtAuthorizer } from "./template/api.ts";
import { readAssembly } from "./template/assembly.ts";
import { readWiring } from "./template/read-wiring.ts";
import { region } from "./template/resolve.ts";
import type { Wiring } from "./template/wiring.ts";
import { type Walk, walkOf } from "./walk.ts";

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
  readonly walk: Walk;
  readonly functions: ReadonlyMap<string, FunctionPool>;
  readonly database: DynamoDBClient;
  readonly ageStreamRecords: (byHours: number) => Promise<void>;
  readonly queues: Queues;
  readonly objects: Objects;
  readonly pump: StreamPump;
  readonly executions: Executions;
  readonly asynchronous: AsynchronousInvocations;
  readonly scheduler: Scheduler;
  readonly metrics: Metrics;
  /** Where the template has messages to send. */
  readonly sender: Sender | undefined;
  /** Where the parts answer as AWS's services do. */
  readonly endpoints: Endpoints;
  readonly close: () => Promise<void>;
}

/**
 * Brings up the whole system: first what functions call, then the functions, then what calls them: feed, queues, state
 * machines, schedules, and the gateway last. It is taken down the other way round.
 */
export const startSystem = async ({ host, port, data, assembly, verbose }: SystemOptions): Promise<System> => {
  const server = await listen(host, port);
  const wiring = readWiring(readAssembly(assembly));
  const issuer = await openIssuer(data.issuerKey, trustedIssuer(wiring));
  const output = verbose ? process.stderr : createWriteStream(data.log, { flags: "a" });
  const log = (text: string) => void output.write(`${text.trimEnd()}\n`);
  const clock = openClock(data.clock);
  const metrics = collectMetrics();

  const engine = await openDatabase(data.database);
  const { accessKeyId, secretAccessKey } = nobody;
  const database = new DynamoDBClient({
    endpoint: engine.endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
  });
  await createTables(database, wiring.tables);
  const queues = await startQueues({
    queues: wiring.queues,
    ...(data.queues !== undefined && { directory: data.queues }),
  });
  const objects = await startObjects({
    buckets: wiring.buckets,
    credentials: nobody,
    now: clock.now,
    sendToQueue: queues.send,
    ...(data.objects !== undefined && { directory: data.objects }),
  });
  const functions = new Map<string, FunctionPool>();
  const invoke = async (name: string, event: string): Promise<Outcome> => poolOf(functions, name).invoke(event);
  const executions = executionsOf(wiring.stateMachines, openExecutionLog(data.executions), invoke);
  const executionsDoor = await listenForExecutions(executions);
  const asynchronous = asynchronousInvocations({
    configs: wiring.invokeConfigs,
    invoke,
    sendToQueue: queues.send,
    log,
  });
  const endpoints = {
    database: engine.endpoint,
    queues: queues.endpoint,
    objects: objects.endpoint,
    executions: executionsDoor.endpoint,
  };

  const settings = {
    environment: environmentOf(endpoints, data),
    maximumThreads: 4,
    calendarDayOffset: clock.movedByDays,
    log: (name: string, line: string) => {
      metrics.take(line);
      log(`${name}: ${line}`);
    },
  };
  for (const each of wiring.functions) functions.set(each.name, functionPool(each, settings));

  const scheduler = schedulerOf({
    schedules: wiring.schedules,
    clock,
    start: (target, input) => {
      if (functions.has(target)) asynchronous.start(target, input);
      else executions.start(target, randomUUID(), input);
    },
    sendToQueue: queues.send,
    log,
  });
  const walk = walkOf({
    clock,
    scheduler,
    idle: async () => {
      await asynchronous.idle();
      await executions.idle();
    },
  });
  executions.resume();
  const pump = await startStreamPump({
    mappings: wiring.mappings.streams,
    endpoint: engine.endpoint,
    news: engine.news,
    invoke,
    sendToQueue: async (queue, body) => queues.send(queue, body),
    checkpointsFile: data.checkpoints,
    log,
  });
  const poller = startQueuePoller({ mappings: wiring.mappings.queues, endpoint: queues.endpoint, invoke, log });
  scheduler.run();

  const sender = wiring.queues.some(({ name }) => name === messageQueue)
    ? startSender({
        endpoint: queues.endpoint,
        url: server.url,
        token: () => issuer.token({ role: "sender" }),
        log,
      })
    : undefined;

  const system: System = {
    url: server.url,
    startedAt: new Date().toISOString(),
    data,
    wiring,
    issuer,
    clock,
    walk,
    functions,
    database,
    ageStreamRecords: engine.ageStreamRecords,
    queues,
    objects,
    pump,
    executions,
    asynchronous,
    scheduler,
    metrics,
    sender,
    endpoints,
    close: async () => {
      await sender?.stop();
      await server.close();
      scheduler.close();
      await Promise.all([walk.end(), executions.close(), asynchronous.close(), pump.stop(), poller.stop()]);
      await Promise.all([...functions.values()].map((pool) => pool.close()));
      await Promise.all([executionsDoor.close(), objects.close()]);
      await queues.close();
      database.destroy();
      await engine.close();
      if (!verbose) output.end();
      data.close();
    },
  };
  const callGateway = gateway({ api: wiring.api, keys: createLocalJWKSet(issuer.publicKeys), invoke });
  const callLocal = localRoutes(localCalls(system));
  server.serve((request, response) =>
    request.url?.startsWith("/local/") ? callLocal(request, response) : callGateway(request, response),
  );
  return system;
};

interface Endpoints {
  readonly database: string;
  readonly queues: string;
  readonly objects: string;
  readonly executions: string;
}

// only the object store looks at signatures, and the SDK insists on them
const nobody = { accessKeyId: "local", secretAccessKey: "local" } as const;

/** What functions are told beside what the template tells them: where this machine has what AWS has elsewhere. */
const environmentOf = (endpoints: Endpoints, { identityKeys }: DataDirectory) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: nobody.accessKeyId,
  AWS_SECRET_ACCESS_KEY: nobody.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.database,
  AWS_ENDPOINT_URL_SQS: endpoints.queues,
  AWS_ENDPOINT_URL_S3: endpoints.objects,
  AWS_ENDPOINT_URL_SFN: endpoints.executions,
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
  if (!pool) throw new Error(`there is no function ${name}`);
  return pool;
};
