import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * The table in which all messages of all queues lie. What is committed survives the death of the process; it is not
 * flushed for the death of the machine.
 * @throws Error when another process has the directory open
 */
export const openStore = (directory: string | undefined): DatabaseSync => {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const store = new DatabaseSync(directory === undefined ? ":memory:" : join(directory, "queues.sqlite"));
  try {
    store.exec(schema);
    return store;
  } catch (cause) {
    store.close();
    throw new Error(`the queues in ${directory} do not open: is another process using them?`, { cause });
  }
};

const schema = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS messages (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    queue TEXT NOT NULL,
    body TEXT NOT NULL,
    sentAt INTEGER NOT NULL,
    visibleAt INTEGER NOT NULL,
    receiveCount INTEGER NOT NULL DEFAULT 0,
    firstReceivedAt INTEGER,
    receipt TEXT UNIQUE,
    diedIn TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS byVisibility ON messages (queue, visibleAt);
  CREATE INDEX IF NOT EXISTS byAge ON messages (queue, sentAt);`;
