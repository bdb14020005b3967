import * as z from "zod";
import { dynalite, type Validation } from "./dynalite.ts";
import { maxItemSize } from "./perform.ts";
import { type WireError, wireError } from "./wire-error.ts";

/**
 * A request that dynalite knows, its expressions parsed.
 * @throws a ValidationException or SerializationException, also for what would have to be ignored
 */
export const checkedRequest = <Request extends object>(request: object, { types, custom }: Validation): Request => {
  const unknown = Object.keys(request).find((member) => !(member in types) || leftOut.has(member));
  if (unknown !== undefined) throw notImplemented("ValidationException", unknown);
  const checked = dynalite.checkTypes(request, types);
  dynalite.checkValidations(checked, types, custom, { options: { maxItemSize } });
  const wrong = doneWrong(checked);
  if (wrong !== undefined) throw notImplemented("ValidationException", wrong);
  return checked as Request;
};

/** A request that dynalite does not know. @throws a ValidationException */
export const parsedRequest = <Schema extends z.ZodType>(request: object, schema: Schema): z.infer<Schema> => {
  const parsed = schema.safeParse(request);
  if (!parsed.success) throw wireError("ValidationException", z.prettifyError(parsed.error));
  return parsed.data;
};

export const notImplemented = (code: string, what: string): WireError =>
  wireError(code, `${what} is not implemented: this engine implements only what the template uses`);

// dynalite has these: the ways of before expressions, and what it only estimates
const leftOut = new Set(
  `AttributesToGet AttributeUpdates ConditionalOperator Expected KeyConditions LocalSecondaryIndexes
  ProvisionedThroughput QueryFilter ReturnConsumedCapacity ReturnItemCollectionMetrics ScanFilter`.split(/\s+/),
);

interface Expression {
  readonly args?: readonly Expression[];
}

interface Parsed {
  readonly _condition?: { readonly expression: Expression };
  readonly _filter?: { readonly expression: Expression };
  readonly _updates?: { readonly sections: readonly { readonly type: string; readonly path: readonly unknown[] }[] };
}

/** What dynalite accepts and gets wrong: it compares lists and maps by identity, and removes by positions that move. */
const doneWrong = ({ _condition, _filter, _updates }: Parsed): string | undefined => {
  if ([_condition, _filter].some((parsed) => parsed && hasWhole(parsed.expression)))
    return "comparing whole lists or maps";
  const isRemoved = _updates?.sections.some(({ type, path }) => type === "remove" && typeof path.at(-1) === "number");
  return isRemoved ? "removing an element of a list" : undefined;
};

const hasWhole = (part: Expression): boolean => "L" in part || "M" in part || (part.args ?? []).some(hasWhole);
