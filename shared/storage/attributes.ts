import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** What a table holds under one key. Only codecs look into it. */
export type Item = Readonly<Record<string, AttributeValue>>;

export const text = (value: string): AttributeValue => ({ S: value });
export const whole = (value: number): AttributeValue => ({ N: `${value}` });
export const bytes = (value: Uint8Array): AttributeValue => ({ B: value });
export const json = (value: unknown): AttributeValue => ({ S: JSON.stringify(value) });

/** @throws Error when the item has no such text */
export const textIn = (item: Item, name: string): string => {
  const value = item[name]?.S;
  if (value === undefined) throw new Error(`an item holds no text ${name}`);
  return value;
};

/** @throws Error when the item has no such number */
export const wholeIn = (item: Item, name: string): number => {
  const value = item[name]?.N;
  if (value === undefined) throw new Error(`an item holds no number ${name}`);
  return Number(value);
};

/** What the program itself has written; @throws Error when the item has no such text */
export const jsonIn = <Value>(item: Item, name: string): Value => JSON.parse(textIn(item, name));

/** A number with leading zeros, so that texts sort as the numbers do. */
export const sortable = (value: number): string => `${value}`.padStart(10, "0");
