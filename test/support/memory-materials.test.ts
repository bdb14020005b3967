import { materialsCases } from "#test/shared/storage/materials.cases.ts";
import { memoryMaterials } from "./memory-materials.ts";

materialsCases(async () => memoryMaterials());
