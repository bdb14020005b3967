/** What must hold, whatever happens. */
export type Invariant =
  | "no points under a suspended or cancelled permit"
  | "an answer says how the permit stands"
  | "what was acknowledged is kept"
  | "nothing is applied twice"
  | "a stored basis never goes backwards"
  | "a cause is the trigger's"
  | "the feed loses nothing"
  | "a pending restore ends"
  | "a stored score is what a fresh computation gives"
  | "history explains each difference"
  | "the due index covers everyone who changes"
  | "a job counts each resident once"
  | "mass work comes to its end"
  | "a sweep finds what the feed has lost"
  | "a sweep finds nothing that a night should have caught"
  | "what is quiet has no errors"
  | "everything comes to rest";

export interface Violation {
  readonly invariant: Invariant;
  readonly detail: string;
}

/** Keeps the first violation: what comes after it explains nothing. */
export interface Violations {
  readonly found: (invariant: Invariant, detail: string) => void;
  readonly first: () => Violation | undefined;
}

export const violations = (): Violations => {
  let first: Violation | undefined;
  return {
    found: (invariant, detail) => {
      first ??= { invariant, detail };
    },
    first: () => first,
  };
};
