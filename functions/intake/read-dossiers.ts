import type { Dossier } from "#shared/domain/dossier.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import type { HeldRow } from "#shared/storage/batches.ts";
import type { Residents } from "#shared/storage/residents.ts";

/** The dossiers that a batch is about, each read once. */
export type Dossiers = ReadonlyMap<ResidentId, Dossier | undefined>;

export const readDossiers = async (residents: Pick<Residents, "read">, rows: readonly HeldRow[]): Promise<Dossiers> => {
  const residentIds = [...new Set(rows.flatMap((row) => ("residentId" in row ? [row.residentId] : [])))];
  return new Map(
    await inParallel(residentIds, width, async (residentId) => [residentId, await residents.read(residentId)] as const),
  );
};

const width = 32;
