import type { ProgrammeId } from "#shared/domain/programme.ts";
import type { PartTask, SettlementProgress } from "#shared/domain/settlement.ts";

/** How far the parts of each settlement have come. Every read is strongly consistent. */
export interface Settlements {
  readPart(part: Omit<PartTask, "of">): Promise<SettlementProgress | undefined>;

  /** The parts of a run that were worked at all. */
  readParts(programmeId: ProgrammeId, run: number): Promise<readonly SettlementProgress[]>;

  /**
   * Saves the progress of a page on condition that the page before it is what is stored, or that this worker has saved
   * it already; says whether it was so.
   */
  savePart(progress: SettlementProgress): Promise<boolean>;
}
