import { verifyContactPointEndpoint } from "#shared/contract/contact-point.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { chosenIdentityKeys } from "#shared/storage/chosen-identity-keys.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoContacts } from "#shared/storage/dynamo-contacts.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { verifyContactPoint } from "./verify-contact-point.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const contacts = dynamoContacts(dynamo, environment("CONTACTS_TABLE"), environment("MESSAGES_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const verify = verifyContactPoint({ residents, contacts, keys: chosenIdentityKeys(), today, now });

export const handler = route(verifyContactPointEndpoint, verify, requests);
