import type { Caller } from "#shared/contract/endpoint.ts";
import { Role } from "#shared/contract/roles.ts";
import { AreaCode } from "#shared/domain/area.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";

/** The claims of a verified token as API Gateway hands them over: whatever they were, they are strings now. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who calls. Claims that say nothing well-formed say nothing. */
export const callerFrom = (claims: Claims): Caller => {
  const subject = text(claims.sub);
  const residentId = ResidentId.safeParse(claims.resident_id);
  return {
    issuer: text(claims.iss),
    subject,
    // whoever cannot be held to account may do nothing
    roles: subject === "" ? [] : words(claims.role).filter(isRole),
    areas: words(claims.areas).filter(isAreaCode),
    department: text(claims.department) || undefined,
    residentId: residentId.success ? residentId.data : undefined,
  };
};

const text = (claim: unknown): string => (typeof claim === "string" ? claim : "");

// the gateway writes an array as `[a b c]`, in which only the words in the middle would look well-formed: it counts for nothing
const words = (claim: unknown): readonly string[] => {
  const list = text(claim).trim();
  return list.startsWith("[") ? [] : list.split(/\s+/);
};

const isRole = (word: string): word is Role => Role.safeParse(word).success;
const isAreaCode = (word: string): boolean => AreaCode.safeParse(word).success;
