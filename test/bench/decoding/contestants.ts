import { DynamoDBClient, GetItemOutput$ } from "@aws-sdk/client-dynamodb";
import { type Day, day } from "#shared/domain/calendar.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { type CanonicalResult, isSameOutcome, neverRecomputed, scoreOn } from "#shared/scoring/score.ts";
import { type Subject, subjectOf } from "#shared/scoring/subject.ts";
import type { Item } from "#shared/storage/attributes.ts";
import { dossierFromItem, dossierToItem, subjectFromItem } from "#shared/storage/resident-items.ts";
import { madeUpDossier } from "../made-up-dossier.ts";
import { seededRandom } from "../seeded-random.ts";

/** Someone who says from the database's answer whether a score has changed. */
export interface Decoder {
  readonly name: string;
  /** The answers as they come over the wire. */
  readonly texts: readonly string[];
  readonly subjectIn: (item: Item) => Subject;
}

export interface Decoding {
  readonly decoders: { readonly generic: Decoder; readonly packed: Decoder; readonly projected: Decoder };
  /** How many of the residents from one place up to, and without, another have another score than the recorded one. */
  readonly changedIn: (decoder: Decoder, from: number, to: number) => Promise<number>;
}

/** The same dossiers as the table answers them, whole or only what is asked for; of every ninth the score has changed. */
export const decoding = (count: number): Decoding => {
  const random = seededRandom(39);
  const items = Array.from({ length: count }, (_, number) => dossierToItem(madeUpDossier(random, number + 1, asOf)));
  const recorded = items.map((item, place) => scored(subjectOf(dossierFromItem(item)), asOf - (place % 9 ? 0 : 400)));
  const whole = items.map(wireText);

  const changedIn: Decoding["changedIn"] = async ({ texts, subjectIn }, from, to) => {
    let changed = 0;
    for (let place = from; place < to; place++) {
      const { Item } = await deserializer.read(GetItemOutput$, texts[place] as string);
      const result = scored(subjectIn(Item), asOf);
      if (!isSameOutcome(result, recorded[place] as CanonicalResult)) changed++;
    }
    return changed;
  };

  return {
    changedIn,
    decoders: {
      generic: {
        name: "the SDK's item, the dossier's JSON, every fact decoded",
        texts: whole,
        subjectIn: (item) => subjectOf(dossierFromItem(item)),
      },
      packed: { name: "packed, from the same answer", texts: whole, subjectIn: packedIn },
      projected: {
        name: "packed, from what is asked for",
        texts: items.map(({ version, packed }) => wireText({ version, packed } as Item)),
        subjectIn: packedIn,
      },
    },
  };
};

const asOf = day("2026-06-30");
const standards = publishedStandards();

const scored = (subject: Subject, on: number): CanonicalResult =>
  scoreOn(standards, subject, on as Day, neverRecomputed);

const packedIn = (item: Item): Subject => {
  const read = subjectFromItem("r-00000000000000000000000001" as Parameters<typeof subjectFromItem>[0], item);
  if (!read) throw new Error("an item is not packed");
  return read.subject;
};

/** As DynamoDB writes it: bytes in base64. */
const wireText = (item: Item): string =>
  JSON.stringify({ Item: item }, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
  );

/** What every answer of the table goes through in the real client, before a repository sees it. */
const { deserializer } = new DynamoDBClient({ region: "local" }).config.protocol as unknown as {
  readonly deserializer: {
    readonly read: (schema: unknown, text: string) => Promise<{ readonly Item: Item }>;
  };
};
