import type { Reply } from "#shared/http/answer.ts";
import { materialKinds, materialsOfIndicators, materialsOfServices } from "#shared/procedure/needed-materials.ts";

/** What proves what: the same data by which a request is checked. */
export const listNeededMaterials = async (): Promise<Reply> => ({
  status: 200,
  body: { materials: materialKinds, indicators: materialsOfIndicators, services: materialsOfServices },
});
