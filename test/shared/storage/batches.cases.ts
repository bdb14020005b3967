import { expect, test } from "vitest";
import type { Batch, RowResult } from "#shared/domain/batch.ts";
import { date } from "#shared/domain/calendar.ts";
import type { Batches, HeldRow } from "#shared/storage/batches.ts";
import { area, residentId } from "#test/support/people.ts";

/** What every place of batches has to do. */
export const batchesCases = (make: () => Promise<Batches>): void => {
  test("nobody's batch is unknown", async () => {
    expect(await (await make()).read(name)).toBeUndefined();
  });

  test("a batch is opened once, and whoever comes later gets the one that stands", async () => {
    const batches = await make();
    expect(await batches.open(received)).toEqual(received);

    const standing = await batches.open({ ...received, bodyHash: "another" });

    expect(standing).toEqual(received);
    expect(await batches.read(name)).toEqual(received);
  });

  test("of two that open at once, both get the same", async () => {
    const batches = await make();

    const [one, other] = await Promise.all([
      batches.open(received),
      batches.open({ ...received, bodyHash: "another" }),
    ]);

    expect(one).toEqual(other);
  });

  test("batches of the same id in two departments are two", async () => {
    const batches = await make();
    await batches.open(received);

    expect(await batches.open({ ...received, department: "hrss" })).toMatchObject({ department: "hrss" });
  });

  test("a batch moves on from the state it is in, and from no other", async () => {
    const batches = await make();
    await batches.open(received);

    const moved = [
      await batches.advance({ ...received, state: "applying" }, "received"),
      await batches.advance({ ...received, state: "held", forecast }, "received"),
    ];

    expect(moved).toEqual([true, false]);
    expect(await batches.read(name)).toEqual({ ...received, state: "applying" });
  });

  test("a batch that is not there doesn't move", async () => {
    expect(await (await make()).advance({ ...received, state: "applying" }, "received")).toBe(false);
  });

  test("the answers of 500 rows are read in their order, however much they say", async () => {
    const batches = await make();
    const results = Array.from({ length: 500 }, (_, row) => (row % 2 === 0 ? taken(row) : refused(row)));
    await batches.keepResults(name, "one", results);

    expect(await batches.readResults(name, "one")).toEqual(results);
  });

  test("the answers of another attempt are others", async () => {
    const batches = await make();
    await batches.keepResults(name, "one", [taken(0), taken(1)]);
    await batches.keepResults(name, "two", [refused(0)]);

    expect(await batches.readResults(name, "one")).toEqual([taken(0), taken(1)]);
    expect(await batches.readResults(name, "three")).toEqual([]);
  });

  test("held rows are read in their order until they are forgotten", async () => {
    const batches = await make();
    await batches.open(received);
    const rows = Array.from({ length: 130 }, (_, row) => (row === 7 ? refused(row) : heldRow(row)));
    await batches.keepRows(name, rows);
    expect(await batches.readRows(name)).toEqual(rows);

    await batches.forgetRows(name);

    expect(await batches.readRows(name)).toEqual([]);
    expect(await batches.read(name)).toEqual(received);
  });

  test("rows that are kept twice are there once", async () => {
    const batches = await make();
    await batches.keepRows(name, [heldRow(0), heldRow(1)]);
    await batches.keepRows(name, [heldRow(0), heldRow(1)]);

    expect(await batches.readRows(name)).toEqual([heldRow(0), heldRow(1)]);
  });
};

const name = { department: "education", batchId: "339901-1" } as const;

const received: Batch & { readonly state: "received" | "applying" } = {
  ...name,
  state: "received",
  area: area("339901"),
  bodyHash: "hash",
  receivedAt: "2024-06-30T02:00:00.000Z",
  receivedOn: date("2024-06-30"),
  submittedBy: "a feed",
};

const forecast = { records: 130, touched: 120, emptied: 12, refused: 10 };

const taken = (row: number): RowResult => ({ row, outcome: "applied" });

const refused = (row: number): RowResult & { readonly outcome: "refused" } => ({
  row,
  outcome: "refused",
  refusal: {
    code: "invalid-request",
    detail: "Correct what `errors` lists.",
    errors: Array.from({ length: 20 }, (_, at) => ({ field: `facts.education[${at}].level`, detail: "x".repeat(300) })),
  },
});

const heldRow = (row: number): HeldRow => ({
  row,
  residentId: residentId(row),
  arrival: {
    kind: "facts",
    department: "education",
    recordId: `r${row}`,
    sourceVersion: 1,
    facts: { education: [] },
  },
});
