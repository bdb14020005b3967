import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type AwsOperation, awsJsonServer, WireFault } from "#local/aws-json-server.ts";

/** A service with one operation, and how it is called. */
const startService = async (operation: AwsOperation) => {
  const server = awsJsonServer({ targetPrefix: "Things", operations: { Do: operation } }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = async (target: string, body: string) => {
    const response = await fetch(url, { method: "POST", headers: { "x-amz-target": target }, body });
    const content: unknown = await response.json();
    return { status: response.status, content };
  };
  return { url, call };
};

test("an operation gets the request and gives the answer", async () => {
  const { call } = await startService((given) => ({ given }));

  expect(await call("Things.Do", '{"a":1}')).toEqual({ status: 200, content: { given: { a: 1 } } });
});

test.each([
  ["an operation that is none", "Things.Undo", "{}", "UnknownOperationException", "Undo is not implemented"],
  ["what every object has", "Things.toString", "{}", "UnknownOperationException", "toString is not implemented"],
  ["a body that is no JSON", "Things.Do", "{", "SerializationException", "not JSON"],
])("%s is refused", async (_, target, body, __type, message) => {
  const { call } = await startService(() => ({}));

  expect(await call(target, body)).toEqual({
    status: 400,
    content: { __type, message: expect.stringContaining(message) },
  });
});

test("a fault the client gets to see has its name, and any other is a failure of the service", async () => {
  const { call } = await startService((given) => {
    if ("a" in given) throw new WireFault("TooOdd", "a is odd");
    throw new Error("broken");
  });

  expect(await call("Things.Do", '{"a":1}')).toEqual({
    status: 400,
    content: { __type: "TooOdd", message: "a is odd" },
  });
  expect(await call("Things.Do", "{}")).toMatchObject({ status: 500, content: { __type: "InternalFailure" } });
});

test("an operation learns that whoever asked has gone", async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<AbortSignal>();
  const { url } = await startService(async (_, gone) => {
    begin(gone);
    await once(gone, "abort");
    return {};
  });

  const call = request(url, { method: "POST", headers: { "x-amz-target": "Things.Do" } }).on("error", () => undefined);
  call.end("{}");
  const gone = await begun;
  call.destroy();

  await expect.poll(() => gone.aborted).toBe(true);
});
