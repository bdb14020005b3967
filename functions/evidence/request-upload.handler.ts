import { requestUploadEndpoint } from "#shared/contract/materials.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoUndertakings } from "#shared/storage/dynamo-undertakings.ts";
import { s3 } from "#shared/storage/s3-client.ts";
import { s3EvidenceStore } from "#shared/storage/s3-evidence-store.ts";
import { requestUpload } from "./request-upload.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));
const undertakings = dynamoUndertakings(dynamo, environment("REVIEWS_TABLE"));
const store = s3EvidenceStore(s3, environment("EVIDENCE_BUCKET"));

export const handler = route(
  requestUploadEndpoint,
  requestUpload({ residents, materials, undertakings, store, now, today }),
);
