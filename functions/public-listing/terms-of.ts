import type { Listing } from "#shared/domain/listing.ts";
import type { ProgrammeId, ProgrammeTerms } from "#shared/domain/programme.ts";
import type { Programmes } from "#shared/storage/programmes.ts";

export type TermsOf = (listing: Pick<Listing, "programmeId">) => Promise<ProgrammeTerms>;

/** The terms a listing was ranked by, each read once: those of a programme that was published never change. */
export const termsOf = (programmes: Pick<Programmes, "read">): TermsOf => {
  const known = new Map<ProgrammeId, ProgrammeTerms>();
  return async ({ programmeId }) => {
    const there = known.get(programmeId);
    if (there) return there;
    const programme = await programmes.read(programmeId);
    if (!programme) throw new Error("a listing is of a programme that is not there");
    if (known.size >= mostKept) known.clear();
    known.set(programmeId, programme.terms);
    return programme.terms;
  };
};

const mostKept = 100;
