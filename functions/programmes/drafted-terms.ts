import { createHash } from "node:crypto";
import type { Caller } from "#shared/contract/endpoint.ts";
import { canonicalJson } from "#shared/domain/canonical-json.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { programmeFaults } from "#shared/domain/programme-faults.ts";
import { type FieldError, Refusal } from "#shared/domain/refusal.ts";
import { mayActIn } from "#shared/http/authorise.ts";
import { inRole } from "#shared/http/in-role.ts";
import type { Standards } from "#shared/scoring/standards.ts";

/**
 * Terms that hold together, with their digest.
 * @throws Refusal area-not-allowed, invalid-request
 */
export const draftedTerms = (standards: Pick<Standards, "existing">, caller: Caller, terms: ProgrammeTerms) => {
  if (!mayActIn(inRole(caller, "rule-maker"), terms.area)) throw new Refusal("area-not-allowed", { area: terms.area });
  const errors = [...programmeFaults(terms), ...unknownLines(standards, terms)];
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  return { terms, digest: createHash("sha256").update(canonicalJson(terms)).digest("hex") };
};

/** A tie-break by a line that no score has would leave everybody tied without a word. */
const unknownLines = (standards: Pick<Standards, "existing">, { area, tieBreaks }: ProgrammeTerms) => {
  const known = standards
    .existing(area)
    .flatMap(({ standard }) => standard.indicators.map(({ code }) => `${standard.layer} ${code}`));
  return tieBreaks.flatMap((tieBreak, at): readonly FieldError[] =>
    tieBreak.by !== "indicator" || known.includes(`${tieBreak.layer} ${tieBreak.code}`)
      ? []
      : [{ field: `tieBreaks[${at}].code`, detail: "must be the code of a line that scores in the area have" }],
  );
};
