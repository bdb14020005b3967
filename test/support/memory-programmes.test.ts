import { programmesCases } from "../shared/storage/programmes.cases.ts";
import { memoryProgrammes } from "./memory-programmes.ts";

programmesCases(async () => memoryProgrammes());
