import { CertificateStatement } from "#shared/domain/letter.ts";

/** What a certificate states, copied from the printed page as whoever holds it would. */
export const certificateOn = (page: string): CertificateStatement => {
  const points = (text: string): number | null => (text === "–" ? null : Number(text));
  return CertificateStatement.parse({
    ...Object.fromEntries(texts.map((name) => [name, printed(page, name)])),
    status: lastOf(printed(page, "status")),
    statusClause: printed(page, "statusClause") || null,
    effectiveTotal: points(printed(page, "effectiveTotal")),
    total: points(printed(page, "total")),
    dossierVersion: Number(printed(page, "dossierVersion")),
    lines: [...page.matchAll(/<tr data-of="line"><td>(.*?)<\/td><td>(.*?)<\/td><td class="points">(.*?)<\/td>/g)].map(
      ([, layer = "", code = "", value]) => ({ layer: lastOf(layer), code: lastOf(code), points: Number(value) }),
    ),
    standards: [...page.matchAll(/data-of="standard">(.*?) · (.*?) · (.*?)</g)].map(
      ([, code, effectiveFrom, digest]) => ({ code, effectiveFrom, digest }),
    ),
  });
};

export const printedCheckCode = (page: string): string => printed(page, "checkCode");

const texts = ["number", "issuedOn", "asOf", "purpose", "area", "name", "identityNumber"] as const;

const printed = (page: string, name: string): string => {
  const [, cell = ""] = new RegExp(`data-of="${name}">(.*?)</td>`).exec(page) ?? [];
  return cell
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
};

const lastOf = (words: string): string => words.split(" · ").at(-1) ?? "";
