import { canonicalJson } from "#shared/domain/canonical-json.ts";
import type { CertificateStatement } from "#shared/domain/letter.ts";
import { comparableName } from "#shared/domain/person.ts";
import type { CertificateKey } from "#shared/storage/certificate-key.ts";

/**
 * 核验码: twenty characters of a keyed hash over all that a certificate states. It is made over whatever the statement
 * holds, so that nothing that is ever added to it can be forgotten here.
 */
export const checkCodeOf = async (key: CertificateKey, statement: CertificateStatement): Promise<string> => {
  const hash = Buffer.from(
    await key.hash(canonicalJson({ ...statement, name: comparableName(statement.name) })),
    "base64url",
  );
  return asPrinted(hash);
};

// Crockford's thirty-two: no I, L, O or U, which people read as something else
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A hundred bits, five to a character, in groups of four. */
const asPrinted = (hash: Buffer): string => {
  let bits = BigInt(`0x${hash.subarray(0, 13).toString("hex")}`);
  let code = "";
  while (code.length < 20) {
    code += alphabet[Number(bits & 31n)];
    bits >>= 5n;
  }
  return code.replaceAll(/.{4}(?=.)/g, "$&-");
};
