import { issueCertificateEndpoint } from "#shared/contract/issue-certificate.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { chosenCertificateKey } from "#shared/storage/chosen-certificate-key.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoLetters } from "#shared/storage/dynamo-letters.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { issueCertificate } from "./issue-certificate.ts";

const tables = { identities: environment("IDENTITIES_TABLE"), residents: environment("RESIDENTS_TABLE") };
const issuing = {
  residents: dynamoResidents(dynamo, tables.residents),
  scores: dynamoScores(dynamo, environment("SCORES_TABLE")),
  identities: dynamoIdentities(dynamo, tables, chosenIdentityKeys()),
  letters: dynamoLetters(dynamo, environment("LETTERS_TABLE")),
  standards: publishedStandards(),
  key: chosenCertificateKey(),
  today,
  now,
};
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(issueCertificateEndpoint, issueCertificate(issuing), requests);
