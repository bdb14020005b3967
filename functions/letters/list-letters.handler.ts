import { listLettersEndpoint } from "#shared/contract/list-letters.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoLetters } from "#shared/storage/dynamo-letters.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { listLetters } from "./list-letters.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const letters = dynamoLetters(dynamo, environment("LETTERS_TABLE"));

export const handler = route(listLettersEndpoint, listLetters({ residents, letters, today }));
