import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import type { Page } from "#shared/storage/scores.ts";
import { shards } from "#shared/storage/shards.ts";
import type { RecordedScore, StoredScore } from "#shared/storage/stored-score.ts";
import type { TestSystem } from "./test-system.ts";

/** All that is stored of one person. */
export interface StoredPerson {
  readonly dossier: Dossier;
  readonly score: StoredScore | undefined;
  /** The oldest first. */
  readonly history: readonly RecordedScore[];
}

/** Looks behind the API of a running system, into its database. */
export const storedState = async (system: TestSystem) => {
  const { endpoints, tables } = (await system.local("GET", "/local/status")).body;
  const client = new DynamoDBClient({
    endpoint: endpoints.database,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const tableOf = (part: string): string =>
    tables.map(({ name }: { readonly name: string }) => name).find((name: string) => name.includes(part));
  const residents = dynamoResidents(client, tableOf("residents"));
  const scores = dynamoScores(client, tableOf("scores"));

  const everyone = async (): Promise<readonly ResidentId[]> =>
    (
      await Promise.all(shards.map((shard) => allOf((cursor) => residents.inShard(shard, { limit: 500, cursor }))))
    ).flat();

  const person = async (residentId: ResidentId): Promise<StoredPerson> => {
    const dossier = await residents.read(residentId);
    if (!dossier) throw new Error(`nobody is stored as ${residentId}`);
    const history = await allOf((cursor) => scores.history(residentId, { limit: 100, cursor }));
    return { dossier, score: await scores.read(residentId), history: history.toReversed() };
  };

  return {
    client,
    tableOf,
    everyone,
    person,
    people: async (): Promise<readonly StoredPerson[]> => {
      const people: StoredPerson[] = [];
      for (const residentId of await everyone()) people.push(await person(residentId));
      return people;
    },
  };
};

const allOf = async <Entry>(pageAt: (cursor?: string) => Promise<Page<Entry>>): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  let page = await pageAt();
  entries.push(...page.entries);
  while (page.cursor !== undefined) {
    page = await pageAt(page.cursor);
    entries.push(...page.entries);
  }
  return entries;
};
