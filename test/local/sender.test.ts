import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { startQueues } from "#local/queues/start-queues.ts";
import { messageQueue, startSender } from "#local/sender.ts";

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const queue = {
  name: messageQueue,
  visibilitySeconds: 120,
  retentionSeconds: 3600,
  delaySeconds: 0,
  waitSeconds: 0,
  maximumBytes: 1024,
  redrive: undefined,
};

/** The two calls of a sender, as the service answers them; `read` may answer otherwise. */
const aService = async (read: (deliveries: number) => number = () => 200) => {
  let deliveries = 0;
  const tokens = new Set<string | undefined>();
  const server = createServer((request, response) => {
    tokens.add(request.headers.authorization);
    const [, , , messageId] = request.url?.split("/") ?? [];
    const isDelivery = request.method === "POST";
    const address = { channel: "sms", address: "13900000001", language: "en", text: "Sign in.", kind: "points-rose" };
    const message =
      deliveries === 0
        ? { state: "waiting", messageId, ...address }
        : { state: "delivered", messageId, deliveredAt: "2024-06-30T02:00:00.000Z" };
    if (isDelivery) deliveries += 1;
    response.writeHead(isDelivery ? 200 : read(deliveries), { "content-type": "application/json" });
    response.end(JSON.stringify(isDelivery ? {} : message));
  }).listen(0, "127.0.0.1");
  open.push(() => server.close());
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, deliveries: () => deliveries, tokens };
};

const aSender = async (service: { readonly url: string }) => {
  const queues = await startQueues({ queues: [queue] });
  open.push(queues.close);
  const sender = startSender({
    endpoint: queues.endpoint,
    url: service.url,
    token: async () => "token",
    log: () => {},
  });
  open.push(sender.stop);
  const left = () => {
    const { visible = 0, inFlight = 0 } = queues.ages()[messageQueue] ?? {};
    return visible + inFlight;
  };
  return { sender, queues, left };
};

test("a message that comes three times is shown once, its address masked, and delivered once", async () => {
  const service = await aService();
  const { sender, queues, left } = await aSender(service);
  for (let times = 1; times <= 3; times++) queues.send(messageQueue, "m-1");

  await expect.poll(left).toBe(0);

  expect(sender.sent()).toEqual([{ messageId: "m-1", kind: "points-rose", to: "139****0001", text: "Sign in." }]);
  expect(service.deliveries()).toBe(1);
  expect([...service.tokens]).toEqual(["Bearer token"]);
});

test("what is refused is dropped, for it is offered again once there is something to send", async () => {
  const service = await aService(() => 409);
  const { sender, queues, left } = await aSender(service);
  queues.send(messageQueue, "m-1");

  await expect.poll(left).toBe(0);

  expect(sender.sent()).toEqual([]);
  expect(service.deliveries()).toBe(0);
});

test("what can't be read now comes again", async () => {
  let reads = 0;
  const service = await aService(() => {
    reads += 1;
    return reads === 1 ? 503 : 200;
  });
  const { sender, queues, left } = await aSender(service);
  queues.send(messageQueue, "m-1");
  await expect.poll(() => reads).toBe(1);

  queues.elapse(120);

  await expect.poll(left).toBe(0);
  expect(sender.sent()).toHaveLength(1);
});
