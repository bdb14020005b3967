import type { Outcome } from "#shared/domain/batch.ts";
import type { Dossier, RecordedChange } from "#shared/domain/dossier.ts";

/** What became of what arrived. */
export interface Taken {
  readonly outcome: Outcome;
  readonly waitsFor?: "issue" | "suspend";
}

/** What to do with what arrived, given the dossier as it stands. */
export type Decision =
  /** It goes into the dossier. */
  | { readonly does: "append"; readonly dossier: Dossier; readonly recorded: RecordedChange; readonly taken: Taken }
  /** It changes nothing and is only kept in mind. */
  | { readonly does: "remember"; readonly taken: Taken }
  /** Its source version is in the dossier already: whether by the same record, what was seen will tell. */
  | { readonly does: "compare" }
  /** It is in the dossier already. */
  | { readonly does: "nothing"; readonly taken: Taken };
