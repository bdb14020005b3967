import { listProgrammesEndpoint } from "#shared/contract/programmes.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { listProgrammes } from "./list-programmes.ts";

export const handler = route(
  listProgrammesEndpoint,
  listProgrammes(dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"))),
);
