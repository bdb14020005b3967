import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { dossierToItem } from "#shared/storage/resident-items.ts";
import { scoreToItem } from "#shared/storage/score-items.ts";
import { tables } from "#shared/storage/tables.ts";
import { writeMany } from "#shared/storage/write-many.ts";
import { tableShape } from "#test/support/table-shape.ts";
import { clientOf } from "./client.ts";
import { personNumber, recordedScore } from "./population.ts";

// makes the tables and fills them with residents and their scores, recorded on an ordinary evening
const [, , endpoint = "", residents = ""] = process.argv;
const client = clientOf(endpoint);

for (const name of ["residents", "scores", "jobs", "messages"] as const) {
  await client.send(new CreateTableCommand({ TableName: name, ...tableShape(tables[name]) }));
}

const perPage = 25;
const pages = Array.from({ length: Math.ceil(Number(residents) / perPage) }, (_, page) => page * perPage);
await inParallel(pages, 8, async (first) => {
  const people = Array.from({ length: Math.min(perPage, Number(residents) - first) }, (_, at) =>
    personNumber(first + at + 1),
  );
  await writeMany(
    client,
    "residents",
    people.map((dossier) => ({ PutRequest: { Item: dossierToItem(dossier) } })),
  );
  await writeMany(
    client,
    "scores",
    people.map((dossier) => ({ PutRequest: { Item: scoreToItem(recordedScore(dossier)) } })),
  );
});
client.destroy();
