import { residentsCases } from "#test/shared/storage/residents.cases.ts";
import { subjectsCases } from "#test/shared/storage/subjects.cases.ts";
import { memoryResidents } from "./memory-residents.ts";

residentsCases(async () => memoryResidents());
subjectsCases(async () => memoryResidents());
