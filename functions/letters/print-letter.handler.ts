import { printLetterEndpoint } from "#shared/contract/print-letter.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoLetters } from "#shared/storage/dynamo-letters.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { printLetter } from "./print-letter.ts";

const tables = { identities: environment("IDENTITIES_TABLE"), residents: environment("RESIDENTS_TABLE") };
const residents = dynamoResidents(dynamo, tables.residents);
const identities = dynamoIdentities(dynamo, tables, chosenIdentityKeys());
const letters = dynamoLetters(dynamo, environment("LETTERS_TABLE"));

export const handler = route(printLetterEndpoint, printLetter({ residents, letters, identities, today }));
