import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { applicationReads } from "#shared/storage/dynamo-application-reads.ts";
import { dynamoMaterials } from "#shared/storage/dynamo-materials.ts";
import { reviewReads } from "#shared/storage/dynamo-review-reads.ts";
import { s3 } from "#shared/storage/s3-client.ts";
import { s3EvidenceStore } from "#shared/storage/s3-evidence-store.ts";
import { deleteDueMaterials } from "./delete-due-materials.ts";

const materials = dynamoMaterials(dynamo, environment("MATERIALS_TABLE"));
const reviews = reviewReads(dynamo, environment("REVIEWS_TABLE"));
const applications = applicationReads(dynamo, environment("APPLICATIONS_TABLE"));
const store = s3EvidenceStore(s3, environment("EVIDENCE_BUCKET"));

export const handler = deleteDueMaterials({ materials, reviews, applications, store, now, today });
