import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { newsOf } from "#local/stream-pump/shard-news.ts";

const shard = "residents shard-1";

const listening = () => {
  const news = new EventEmitter();
  const ending = new AbortController();
  const told = newsOf(news, shard, ending.signal);
  const waits = async () => (await Promise.race([told.next(), delay(20, "waits")])) === "waits";
  return { news, ending, told, waits };
};

test("who waits is told of the shard's own news only", async () => {
  const { news, told } = listening();
  const heard: string[] = [];
  const wait = told.next().then(() => heard.push("told"));

  news.emit("residents shard-2");
  await delay(5);

  expect(heard).toEqual([]);
  news.emit(shard);
  await wait;
  expect(heard).toEqual(["told"]);
});

test("news that came while the shard was being asked lets nobody wait", async () => {
  const { news, told, waits } = listening();
  told.heard();

  news.emit(shard);

  expect(await waits()).toBe(false);
});

test("news from before the shard was asked is known", async () => {
  const { news, told, waits } = listening();
  news.emit(shard);

  told.heard();

  expect(await waits()).toBe(true);
});

test("the end ends the wait, and nothing listens any more", async () => {
  const { news, ending, told } = listening();
  const wait = told.next();

  ending.abort();

  await expect(wait).rejects.toThrow("aborted");
  expect(news.listenerCount(shard)).toBe(0);
});
