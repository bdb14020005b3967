import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** An object as it lies there. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  /** Base64, where whoever sent it said so. */
  readonly checksumSha256: string | null;
  readonly etag: string;
  /** In ms since 1970, by the moved calendar. */
  readonly writtenAt: number;
  readonly bytes: Uint8Array;
}

/** What a queue is to hear of a new object. */
export interface Notice {
  readonly queue: string;
  readonly body: string;
}

/** All objects of all buckets, and what has not been told of them yet, in one table each. */
export interface StoredObjects {
  /** In one transaction: whoever sees the object can rely on its notices. */
  readonly put: (object: StoredObject, notices: readonly Notice[]) => void;
  readonly find: (bucket: string, key: string) => StoredObject | undefined;
  readonly remove: (bucket: string, key: string) => void;
  /** Removes what begins so and was written before that moment. */
  readonly forget: (bucket: string, prefix: string, before: number) => void;
  /** Hands every notice over, and lets go of each that was taken. */
  readonly tell: (take: (notice: Notice) => void) => void;
  readonly counts: (bucket: string) => { readonly objects: number; readonly bytes: number };
  readonly close: () => void;
}

/** @throws Error when another process has the directory open */
export const openStoredObjects = (directory: string | undefined): StoredObjects => {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const store = new DatabaseSync(directory === undefined ? ":memory:" : join(directory, "objects.sqlite"));
  try {
    store.exec(schema);
  } catch (cause) {
    store.close();
    throw new Error(`the objects in ${directory} do not open: is another process using them?`, { cause });
  }
  const sql = statements(store);
  return {
    put: ({ bucket, key, contentType, checksumSha256, etag, writtenAt, bytes }, notices) => {
      store.exec("BEGIN IMMEDIATE");
      try {
        sql.put.run(bucket, key, contentType, checksumSha256, etag, writtenAt, bytes);
        for (const { queue, body } of notices) sql.notice.run(queue, body);
        store.exec("COMMIT");
      } catch (error) {
        store.exec("ROLLBACK");
        throw error;
      }
    },
    find: (bucket, key) => sql.find.get(bucket, key) as unknown as StoredObject | undefined,
    remove: (bucket, key) => void sql.remove.run(bucket, key),
    forget: (bucket, prefix, before) => void sql.forget.run(bucket, prefix, prefix, before),
    tell: (take) => {
      for (const { place, queue, body } of sql.untold.all()) {
        take({ queue: String(queue), body: String(body) });
        sql.told.run(Number(place));
      }
    },
    counts: (bucket) => sql.counts.get(bucket) as unknown as ReturnType<StoredObjects["counts"]>,
    close: () => store.close(),
  };
};

const statements = (store: DatabaseSync) => ({
  put: store.prepare("INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?)"),
  notice: store.prepare("INSERT INTO notices (queue, body) VALUES (?, ?)"),
  find: store.prepare("SELECT * FROM objects WHERE bucket = ? AND key = ?"),
  remove: store.prepare("DELETE FROM objects WHERE bucket = ? AND key = ?"),
  forget: store.prepare("DELETE FROM objects WHERE bucket = ? AND substr(key, 1, length(?)) = ? AND writtenAt < ?"),
  untold: store.prepare("SELECT place, queue, body FROM notices ORDER BY place"),
  told: store.prepare("DELETE FROM notices WHERE place = ?"),
  counts: store.prepare(
    "SELECT count(*) AS objects, coalesce(sum(length(bytes)), 0) AS bytes FROM objects WHERE bucket = ?",
  ),
});

// what is deleted is overwritten: it was somebody's papers
const schema = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    contentType TEXT NOT NULL,
    checksumSha256 TEXT,
    etag TEXT NOT NULL,
    writtenAt INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (bucket, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS notices (place INTEGER PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL) STRICT;`;
