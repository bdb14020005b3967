import { machineFold } from "./machine-fold.ts";
import type { Programme, ProgrammeStep, RecordedProgrammeStep } from "./programme.ts";
import { programmeMachine } from "./programme-machine.ts";

/**
 * The programme after one more step.
 * @throws Error when the step does not follow on the programme's version, or the machine knows no such way
 */
export const applyProgrammeStep = (programme: Programme | undefined, recorded: RecordedProgrammeStep): Programme =>
  fold(programme, recorded);

const fold = machineFold(programmeMachine, (programme: Programme | undefined, recorded: RecordedProgrammeStep) => {
  if (recorded.step.type === "drafted") return drafted(recorded, recorded.step);
  if (!programme) throw new Error(`a programme began with ${recorded.step.type}`);
  return stepped(programme, recorded);
});

const drafted = (
  { programmeId, version, by, on }: RecordedProgrammeStep,
  { terms, digest }: ProgrammeStep & { readonly type: "drafted" },
): Programme => ({
  programmeId,
  version,
  state: "draft",
  since: on,
  terms,
  digest,
  authors: [by.subject],
  round: 1,
  run: 0,
});

const stepped = (programme: Programme, { step, by }: RecordedProgrammeStep): Programme => {
  switch (step.type) {
    case "drafted":
      throw new Error("a programme begins once");
    case "redrafted": {
      const { terms, digest } = step;
      return { ...programme, terms, digest, authors: [...new Set([...programme.authors, by.subject])] };
    }
    case "discarded":
      return { ...programme, state: "discarded" };
    case "published":
      return { ...programme, state: "published", approver: by.subject };
    case "seed-drawn":
      return { ...programme, seed: { seed: step.seed, source: step.source } };
    case "settlement-begun":
    case "resettled":
      return { ...withoutListing(programme), state: "settling", run: programme.run + 1 };
    case "previewed":
      return { ...programme, state: "preview", listingId: step.listingId, dueOn: step.dueOn };
    case "listed":
      return { ...programme, state: "listed", listingId: step.listingId, dueOn: step.dueOn };
    case "finalised": {
      const { dueOn, ...rest } = programme;
      return { ...rest, state: "final" };
    }
    case "second-round-begun": {
      // a seed that was public while one could apply is none
      const { seed, ...rest } = withoutListing(programme);
      return { ...rest, state: "published", round: 2, left: step.left };
    }
  }
};

const withoutListing = ({ listingId, dueOn, ...programme }: Programme): Programme => programme;
