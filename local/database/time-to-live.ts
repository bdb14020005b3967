import * as z from "zod";
import { parsedRequest } from "./checked-request.ts";
import { actionOf } from "./dynalite.ts";
import type { Engine } from "./engine.ts";
import type { Item } from "./item.ts";
import { keyspace, within } from "./keyspace.ts";
import { perform } from "./perform.ts";
import { keyOf, type Table, tableNamed } from "./table.ts";
import { wireError } from "./wire-error.ts";

const DescribeTimeToLive = z.strictObject({ TableName: z.string() });
const UpdateTimeToLive = z.strictObject({
  TableName: z.string(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().min(1).max(255), Enabled: z.boolean() }),
});

export const describeTimeToLive = async ({ level }: Engine, request: object): Promise<object> => {
  const { expiresBy } = tableNamed(level, parsedRequest(request, DescribeTimeToLive).TableName);
  const isOn = expiresBy !== undefined;
  return {
    TimeToLiveDescription: {
      TimeToLiveStatus: isOn ? "ENABLED" : "DISABLED",
      ...(isOn && { AttributeName: expiresBy }),
    },
  };
};

export const updateTimeToLive = async ({ level, write }: Engine, request: object): Promise<object> => {
  const { TableName, TimeToLiveSpecification } = parsedRequest(request, UpdateTimeToLive);
  const { AttributeName, Enabled } = TimeToLiveSpecification;
  return write(async () => {
    const { expiresBy, ...table } = tableNamed(level, TableName);
    if (Enabled === (expiresBy !== undefined)) {
      throw wireError("ValidationException", `TimeToLive is already ${Enabled ? "enabled" : "disabled"}`);
    }
    const value = Enabled ? { ...table, expiresBy: AttributeName } : table;
    return { answer: { TimeToLiveSpecification }, writes: [{ type: "put", key: keyspace.tables + TableName, value }] };
  });
};

const deleteItem = actionOf("deleteItem");
const fiveYears = 5 * 365 * 24 * 60 * 60;

/** Deletes what has expired. Until a sweep comes by, an item can be read past its time, as on AWS. */
export const sweepExpired = async (engine: Engine): Promise<void> => {
  for await (const table of engine.level.values(within(keyspace.tables)) as AsyncIterable<Table>) {
    if (table.expiresBy !== undefined) await sweepTable(engine, table, table.expiresBy);
  }
};

const sweepTable = async ({ level, write }: Engine, table: Table, expiresBy: string): Promise<void> => {
  for await (const [place, found] of level.iterator(within(keyspace.itemsOf(table.TableName)))) {
    if (!hasExpired(found as Item, expiresBy)) continue;
    await write(async () => {
      const item = level.getSync(place) as Item | undefined;
      // it may have been prolonged since it was found
      if (!item || !hasExpired(item, expiresBy)) return { answer: {}, writes: [] };
      const deletion = await perform(level, deleteItem, { TableName: table.TableName, Key: keyOf(table, item) });
      return { ...deletion, isExpiry: true };
    });
  }
};

// what lies more than five years back is taken for something else than a time, as on AWS
const hasExpired = (item: Item, expiresBy: string): boolean => {
  const expiry = item[expiresBy];
  const age = expiry && "N" in expiry ? Date.now() / 1000 - Number(expiry.N) : -1;
  return age > 0 && age < fiveYears;
};
