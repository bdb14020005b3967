import { residentsCases } from "#test/shared/storage/residents.cases.ts";
import { memoryResidents } from "./memory-residents.ts";

residentsCases(async () => memoryResidents());
