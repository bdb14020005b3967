import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { s3 } from "#shared/storage/s3-client.ts";
import { s3EvidenceStore } from "#shared/storage/s3-evidence-store.ts";
import { checkMaterials } from "./check-materials.ts";

const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));
const store = s3EvidenceStore(s3, environment("EVIDENCE_BUCKET"));

export const handler = checkMaterials({ materials, store, now, today });
