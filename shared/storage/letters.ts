import type { Letter, LetterId } from "#shared/domain/letter.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/** The data of printed letters; a letter is never changed and never replaced. Every read is strongly consistent. */
export interface Letters {
  /** Says whether it was new; a letter that is there stays as it is. */
  put(letter: Letter): Promise<boolean>;

  read(residentId: ResidentId, letterId: LetterId): Promise<Letter | undefined>;

  /** All letters to the person, the newest first. */
  list(residentId: ResidentId): Promise<readonly Letter[]>;
}
