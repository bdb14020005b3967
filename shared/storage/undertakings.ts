import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Undertaking, UndertakingVersion } from "#shared/domain/undertaking.ts";

/** Who has given the undertaking of truth, when and by whom. Strongly consistent. */
export interface Undertakings {
  read(residentId: ResidentId, version: UndertakingVersion): Promise<Undertaking | undefined>;

  /** Recorded once: whoever comes later gets what stands. */
  record(undertaking: Undertaking): Promise<{ readonly undertaking: Undertaking; readonly isNew: boolean }>;
}
