import type { AttributeValue, Item } from "./item.ts";

/** Bytes as DynamoDB counts them. dynalite counts UTF-16 units, so Chinese text would get three times the room. */
export const itemSize = (item: Item): number =>
  sum(Object.entries(item), ([name, value]) => Buffer.byteLength(name) + valueSize(value));

const valueSize = (value: AttributeValue): number => {
  if ("S" in value) return Buffer.byteLength(value.S);
  if ("N" in value) return numberSize(value.N);
  if ("B" in value) return Buffer.byteLength(value.B, "base64");
  if ("SS" in value) return sum(value.SS, (text) => Buffer.byteLength(text));
  if ("NS" in value) return sum(value.NS, numberSize);
  if ("BS" in value) return sum(value.BS, (bytes) => Buffer.byteLength(bytes, "base64"));
  if ("L" in value) return 3 + sum(value.L, (element) => 1 + valueSize(element));
  if ("M" in value) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
};

// two digits to the byte, and one for sign and exponent
const numberSize = (decimal: string): number => 1 + Math.ceil(decimal.replace(/\D/g, "").length / 2);

const sum = <T>(values: readonly T[], sizeOf: (value: T) => number): number =>
  values.reduce((total, value) => total + sizeOf(value), 0);
