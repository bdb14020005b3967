/** The sorted key-value store underneath: LevelDB in a directory, or a persistent tree in memory. Values are JSON. */
export interface Level {
  getSync(key: string, options?: { readonly snapshot?: Snapshot | undefined }): unknown;
  keys(range: Range): AsyncIterable<string>;
  iterator(range: Range): AsyncIterable<[string, unknown]>;
  values(range: Range): AsyncIterable<unknown>;
  /** All of it or nothing, also after kill -9. */
  batch(writes: readonly Write[]): Promise<void>;
  snapshot(): Snapshot;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** The whole database as it stood at one moment. */
export interface Snapshot {
  close(): Promise<void>;
}

export type Write =
  | { readonly type: "put"; readonly key: string; readonly value: unknown }
  | { readonly type: "del"; readonly key: string };

export interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  readonly snapshot?: Snapshot | undefined;
}
