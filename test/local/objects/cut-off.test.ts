import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { expect, onTestFinished, test } from "vitest";
import { startObjects } from "#local/objects/start-objects.ts";
import { formFor, upload } from "./contract/a-bucket.ts";
import { aDirectory, aStore, clientOf, credentials, evidence } from "./embedded-objects.ts";

/** A store in a process of its own, which can be killed. What its queue hears is printed. */
const startProcess = async (directory: string) => {
  const options = JSON.stringify({ buckets: [evidence], credentials, directory });
  const source = `
    import { startObjects } from "#local/objects/start-objects.ts";
    const { endpoint } = await startObjects({ ...${options}, now: Date.now, sendToQueue: () => {} });
    console.log(endpoint);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  const s3 = clientOf(String(line).trim());
  onTestFinished(() => s3.destroy());
  const kill = async () => {
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  };
  return { s3, bucket: evidence.name, kill };
};

const bytes = "0123456789".repeat(100_000);
const ofAnySize = { Conditions: [], Fields: {} };

test("an upload that is cut off half-way leaves nothing behind, and nothing is heard of it", async () => {
  const store = await aStore();
  const { url, fields } = await formFor(store, "quarantine/r-1/m-1", "", ofAnySize);
  const part = (name: string, value: string, more = "") =>
    `--cut\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const body = `${Object.entries(fields)
    .map(([name, value]) => part(name, value))
    .join("")}${part("file", bytes, '; filename="a.pdf"')}--cut--\r\n`;
  const { host, hostname, port, pathname } = new URL(url);

  const socket = connect(Number(port), hostname);
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  await new Promise((sent) => socket.write(body.slice(0, body.length / 2), sent));
  socket.destroy();
  await once(socket, "close");

  // and the store goes on
  expect((await upload(await formFor(store, "quarantine/r-1/m-2", "", ofAnySize), "whole")).status).toBe(204);
  expect(store.objects.counts()).toEqual({ Evidence: { objects: 1, bytes: 5 } });
  expect(store.heard).toHaveLength(1);
});

test("a form that ends before its file does is refused whole", async () => {
  const store = await aStore();
  const { url } = await formFor(store, "quarantine/r-1/m-1", "", ofAnySize);
  const body = '--cut\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n0123';

  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=cut" },
    body,
  });

  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("MalformedPOSTRequest")]);
});

test("after kill -9 in the middle of uploads every one that was acknowledged is there whole, and none by half", async () => {
  const directory = aDirectory();
  const { kill, ...store } = await startProcess(directory);
  const acknowledged: string[] = [];
  const under = Array.from({ length: 40 }, async (_, number) => {
    const Key = `kept/r-1/m-${number}`;
    const { status } = await upload(await formFor(store, Key, "", ofAnySize), `${number} ${bytes}`);
    if (status === 204) acknowledged.push(Key);
    if (acknowledged.length === 5) await kill();
  });
  await Promise.allSettled(under);

  const { s3, objects } = await aStore({ directory });

  expect(acknowledged.length).toBeGreaterThanOrEqual(5);
  expect(acknowledged.length).toBeLessThan(40);
  for (const Key of acknowledged) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "Evidence", Key }));
    expect(await Body?.transformToString()).toBe(`${Key.split("-").at(-1)} ${bytes}`);
  }
  const { Evidence } = objects.counts();
  expect(Evidence?.objects).toBeGreaterThanOrEqual(acknowledged.length);
  expect(Evidence?.bytes).toBeGreaterThanOrEqual((Evidence?.objects ?? 0) * bytes.length);
});

test("two processes do not share a directory", async () => {
  const directory = aDirectory();
  await startProcess(directory);

  await expect(
    startObjects({ buckets: [], credentials, now: Date.now, sendToQueue: () => {}, directory }),
  ).rejects.toThrow("another process");
});
