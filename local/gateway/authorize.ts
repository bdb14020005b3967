import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { JwtAuthorizer } from "../template/api.ts";

/** The claims of a verified token as a function gets them: every one a string. */
export type Claims = Readonly<Record<string, string>>;

/** Verifies the token of an Authorization header as the JWT authorizer does; nothing when it isn't to be trusted. */
export const authorize = async (
  header: string | undefined,
  { issuer, audience }: JwtAuthorizer,
  keys: JWTVerifyGetKey,
): Promise<Claims | undefined> => {
  if (header === undefined) return undefined;
  try {
    const token = header.replace(/^Bearer\s+/i, "");
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ["RS256"], requiredClaims: ["exp"] });
    const isMeant = audiencesOf(payload).some((named) => audience.includes(named));
    const isIssued = (payload.iat ?? 0) <= Date.now() / 1000;
    return isMeant && isIssued ? asText(payload) : undefined;
  } catch {
    return undefined;
  }
};

// client_id is looked at only where there is no aud
const audiencesOf = ({ aud, client_id }: JWTPayload): readonly string[] => [aud ?? String(client_id)].flat();

const asText = (payload: JWTPayload): Claims =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, rendered(value)]));

const rendered = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(rendered).join(" ")}]`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};
