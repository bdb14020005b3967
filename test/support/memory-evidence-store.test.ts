import { evidenceStoreCases } from "#test/shared/storage/evidence-store.cases.ts";
import { memoryEvidenceStore } from "./memory-evidence-store.ts";

evidenceStoreCases(async () => memoryEvidenceStore());
