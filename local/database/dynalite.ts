import { createRequire } from "node:module";
import type { Item } from "./item.ts";
import type { Level } from "./level.ts";
import type { KeyElement, Table } from "./table.ts";

export type Done<T> = (error: Error | null, result?: T) => void;

export type Action = (store: object, request: object, done: Done<object>) => void;

export type Types = Readonly<Record<string, unknown>>;

export interface Validation {
  readonly types: Types;
  /** What is wrong with a well-typed request. It also leaves the parsed expressions in it. */
  readonly custom?: unknown;
}

interface Dynalite {
  create(options: { readonly path?: string }): { readonly db: Level };
  createKey(item: Item, table: Table, schema?: readonly KeyElement[]): string;
  validateKey(key: Item, table: Table): Error | undefined;
  validateItem(item: Item, table: Table): Error | undefined;
  checkTypes(request: object, types: Types): object;
  checkValidations(request: object, types: Types, custom: unknown, store: object): void;
}

// CommonJS without types, pinned exactly. Nothing else here loads any of it
const load = createRequire(import.meta.url);

export const dynalite: Dynalite = { ...load("dynalite/db"), ...load("dynalite/validations") };

export const actionOf = (name: string): Action => load(`dynalite/actions/${name}`);

export const validationOf = (name: string): Validation => load(`dynalite/validations/${name}`);
