import { randomUUID } from "node:crypto";
import { QueryCommand, type QueryCommandInput, ScanCommand, type ScanCommandInput } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { type Connect, eventually, type Item, n, s, scratchTable } from "./scratch-table.ts";

interface Page {
  readonly Items?: readonly Item[] | undefined;
  readonly LastEvaluatedKey?: Item | undefined;
}

const pagesOf = async (nextPage: (start: Item | undefined) => Promise<Page>): Promise<readonly Page[]> => {
  const pages: Page[] = [];
  let start: Item | undefined;
  do {
    const page = await nextPage(start);
    pages.push(page);
    start = page.LastEvaluatedKey;
  } while (start);
  return pages;
};

const numbersIn = (pages: readonly Page[]) =>
  pages.flatMap(({ Items = [] }) => Items.map(({ number }) => Number(number?.N)));

export const paging = (connect: Connect) =>
  describe("paging", () => {
    const table = scratchTable(connect);
    const resident = s(randomUUID());
    const shard = s(randomUUID());
    const zeroToNine = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    beforeAll(async () => {
      for (const number of zeroToNine) {
        await table.put({ residentId: resident, item: s(`change#${number}`), shardKey: shard, number: n(number) });
      }
    });

    const query = (input: Partial<QueryCommandInput>) =>
      pagesOf((ExclusiveStartKey) =>
        connect().send(
          new QueryCommand({
            TableName: table.TableName,
            KeyConditionExpression: "residentId = :r",
            ExpressionAttributeValues: { ":r": resident },
            ConsistentRead: true,
            ...input,
            ExclusiveStartKey,
          }),
        ),
      );
    const scan = (input: Partial<ScanCommandInput> = {}) =>
      pagesOf((ExclusiveStartKey) =>
        connect().send(
          new ScanCommand({ TableName: table.TableName, ConsistentRead: true, ...input, ExclusiveStartKey }),
        ),
      );

    test.each([1, 3, 10])("a query in pages of %i gives everything once and in order", async (Limit) => {
      expect(numbersIn(await query({ Limit }))).toEqual(zeroToNine);
      expect(numbersIn(await query({ Limit, ScanIndexForward: false }))).toEqual(zeroToNine.toReversed());
    });

    test("no page is longer than its limit, and the last one names no key", async () => {
      const pages = await query({ Limit: 4 });

      expect(pages.map(({ Items }) => Items?.length)).toEqual([4, 4, 2]);
      expect(pages.at(-1)?.LastEvaluatedKey).toBeUndefined();
    });

    test("a range goes on where its page ended", async () => {
      const pages = await query({
        KeyConditionExpression: "residentId = :r AND #item BETWEEN :from AND :to",
        ExpressionAttributeNames: { "#item": "item" },
        ExpressionAttributeValues: { ":r": resident, ":from": s("change#2"), ":to": s("change#6") },
        Limit: 2,
      });

      expect(numbersIn(pages)).toEqual([2, 3, 4, 5, 6]);
    });

    test("a filter is applied after the limit", async () => {
      const pages = await query({
        Limit: 5,
        FilterExpression: "#number >= :seven",
        ExpressionAttributeNames: { "#number": "number" },
        ExpressionAttributeValues: { ":r": resident, ":seven": n(7) },
      });

      expect(pages.map(({ Items }) => Items?.length)).toEqual([0, 3, 0].slice(0, pages.length));
      expect(numbersIn(pages)).toEqual([7, 8, 9]);
    });

    test.each([true, false])(
      "an index without sort key is paged without loss, forward: %s",
      async (ScanIndexForward) => {
        const found = async () => {
          const pages = await query({
            IndexName: "byShard",
            KeyConditionExpression: "shardKey = :s",
            ExpressionAttributeValues: { ":s": shard },
            ConsistentRead: false,
            ScanIndexForward,
            Limit: 3,
          });
          return numbersIn(pages).toSorted((a, b) => a - b);
        };

        await eventually(found).toEqual(zeroToNine);
      },
    );

    test("a scan in pages gives everything once, whole or in segments", async () => {
      const segments = [0, 1, 2].map((Segment) => scan({ Segment, TotalSegments: 3, Limit: 2 }));

      expect(numbersIn(await scan({ Limit: 3 })).toSorted((a, b) => a - b)).toEqual(zeroToNine);
      expect(numbersIn((await Promise.all(segments)).flat()).toSorted((a, b) => a - b)).toEqual(zeroToNine);
    });

    test("a page ends at 1 MB", async () => {
      const large = s(randomUUID());
      for (const number of zeroToNine) {
        await table.put({
          residentId: large,
          item: s(`change#${number}`),
          number: n(number),
          filling: s("x".repeat(200 * 1024)),
        });
      }

      const pages = await query({ ExpressionAttributeValues: { ":r": large } });

      expect(pages[0]?.Items?.length).toBeOneOf([5, 6]);
      expect(numbersIn(pages)).toEqual(zeroToNine);
    });

    test("only the number can be asked for", async () => {
      const { TableName } = table;
      const counted = await connect().send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "residentId = :r",
          ExpressionAttributeValues: { ":r": resident },
          Select: "COUNT",
          ConsistentRead: true,
        }),
      );

      expect(counted).toMatchObject({ Count: 10, ScannedCount: 10 });
      expect(counted.Items).toBeUndefined();
    });
  });
