import { listNeededMaterialsEndpoint } from "#shared/contract/needed-materials.ts";
import { route } from "#shared/http/route.ts";
import { listNeededMaterials } from "./list-needed-materials.ts";

export const handler = route(listNeededMaterialsEndpoint, listNeededMaterials);
