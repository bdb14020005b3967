import { visiblePerson } from "#shared/access/visible-person.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { CertificateIssued, issueCertificateEndpoint } from "#shared/contract/issue-certificate.ts";
import { type CalendarDate, dayOf } from "#shared/domain/calendar.ts";
import type { Instant } from "#shared/domain/dossier.ts";
import { LetterId, type ScoreCertificate } from "#shared/domain/letter.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import { scoreOn } from "#shared/scoring/score.ts";
import { scoreSheet } from "#shared/scoring/score-sheet.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import type { CertificateKey } from "#shared/storage/certificate-key.ts";
import type { Identities } from "#shared/storage/identities.ts";
import type { Letters } from "#shared/storage/letters.ts";
import { recomputedThroughOf } from "#shared/storage/recomputed-through.ts";
import type { Residents, VersionedSubject } from "#shared/storage/residents.ts";
import type { Scores } from "#shared/storage/scores.ts";
import { checkCodeOf } from "./check-code.ts";
import { holderOf } from "./holder.ts";
import { statementOf } from "./statement.ts";

interface Issuing {
  readonly residents: Pick<Residents, "readSubject">;
  readonly scores: Pick<Scores, "read">;
  readonly identities: Pick<Identities, "read">;
  readonly letters: Pick<Letters, "put">;
  readonly standards: Standards;
  readonly key: CertificateKey;
  readonly today: () => CalendarDate;
  readonly now: () => Instant;
}

/** 积分证明: what the points were on a day, in writing. */
export const issueCertificate = (issuing: Issuing) => {
  const { residents, scores, identities, letters, standards, key, today, now } = issuing;
  return async ({
    params: { residentId },
    body: { purpose, asOf = today() },
    caller,
  }: Call<typeof issueCertificateEndpoint>): Promise<{ status: 201; body: CertificateIssued }> => {
    const issuedOn = today();
    const person = await visiblePerson(residents, caller, residentId, issuedOn);
    if (asOf > issuedOn) throw new Refusal("happened-after-receipt", { errors: [ahead] });

    const holder = await holderOf(identities, residentId);
    const recomputedThrough = await recomputedThroughOf(scores, person);
    const stated = { ...scored(standards, person, asOf, recomputedThrough), purpose };
    const letter = { letterId: LetterId.parse(opaqueId("l")), issuedOn };
    const checkCode = await checkCodeOf(key, statementOf(letter, stated, holder));
    const isNew = await letters.put({
      ...letter,
      residentId,
      template: 1,
      issuedAt: now(),
      issuedBy: caller.subject,
      content: { ...stated, checkCode },
    });
    if (!isNew) throw new Error("two certificates got one number");
    return { status: 201, body: { letterId: letter.letterId } };
  };
};

const ahead = { field: "asOf", detail: "must not lie ahead: a certificate states what has come" } as const;

const scored = (
  standards: Standards,
  { version, subject }: VersionedSubject,
  asOf: CalendarDate,
  recomputedThrough: Parameters<typeof scoreOn>[3],
): Omit<ScoreCertificate, "purpose" | "checkCode"> => {
  const result = scoreOn(standards, subject, dayOf(asOf), recomputedThrough);
  // when departments last reported is told by a score, not by a certificate
  const provenance = () => ({ receivedAt: null, stale: false, correctedOn: null });
  const sheet = scoreSheet({ standards, subject, result, recomputedThrough, provenance });
  const { area, status, statusClause, effectiveTotal, total, lines } = sheet;
  return {
    kind: "score-certificate",
    asOf,
    area,
    status,
    statusClause,
    effectiveTotal,
    total,
    lines: lines.map(({ layer, code, points }) => ({ layer, code, points })),
    lineNames: lines.map(({ name }) => name),
    standards: sheet.standards.map(({ code, effectiveFrom, digest }) => ({
      code,
      effectiveFrom,
      digest: digest.slice(0, 16),
    })),
    dossierVersion: version,
  };
};
