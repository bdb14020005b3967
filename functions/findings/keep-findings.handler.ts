import { carryingOutStores } from "./carrying-out-stores.ts";
import { keepFindings } from "./keep-findings.ts";

export const handler = keepFindings(carryingOutStores());
