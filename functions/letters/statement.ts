import type { CertificateStatement, Letter, ScoreCertificate } from "#shared/domain/letter.ts";
import type { Holder } from "./holder.ts";

/** What the certificate states of its holder: what is printed, and what the check code is made over. */
export const statementOf = (
  { letterId, issuedOn }: Pick<Letter, "letterId" | "issuedOn">,
  { asOf, purpose, area, status, statusClause, effectiveTotal, total, lines, standards, dossierVersion }: Stated,
  { name, identityNumber }: Holder,
): CertificateStatement => ({
  number: letterId,
  issuedOn,
  asOf,
  purpose,
  area,
  name,
  identityNumber,
  status,
  statusClause,
  effectiveTotal,
  total,
  lines,
  standards,
  dossierVersion,
});

type Stated = Omit<ScoreCertificate, "checkCode">;
