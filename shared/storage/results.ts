import type { ProgrammeId } from "#shared/domain/programme.ts";
import type { HandedResult, NumberedResult } from "#shared/domain/settlement.ts";

/** How far a department has taken over the results of a programme. */
export interface HandOver {
  /** The number of the last result there is; 0 while there is none. */
  readonly last: number;
  /** Through which number the department has them. */
  readonly acknowledged: number;
}

/** 结果移交: the numbered list of what became of a programme's applications. Nothing in it is changed; what was wrong is followed by a correction. */
export interface Results {
  /**
   * Puts at the end what the list doesn't tell yet: of each application only what is newer than the last told, and
   * otherwise than it. Whoever appends the same again adds nothing.
   */
  append(programmeId: ProgrammeId, results: readonly Omit<HandedResult, "corrects">[]): Promise<void>;

  /** Those behind a number, in their order; the same whenever they are asked for. Strongly consistent. */
  after(programmeId: ProgrammeId, sequence: number, limit: number): Promise<readonly NumberedResult[]>;

  readHandOver(programmeId: ProgrammeId): Promise<HandOver>;

  /** Only ever moves on, and not beyond the last there is; answers what stands. */
  acknowledge(programmeId: ProgrammeId, through: number): Promise<HandOver>;
}
