import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, SignJWT } from "jose";
import * as z from "zod";
import { Role } from "#shared/contract/roles.ts";
import { AreaCode } from "#shared/domain/area.ts";
import type { JwtAuthorizer } from "./template/api.ts";

/** Whom a token is for. */
export const TokenRequest = z.strictObject({
  role: z.union([Role, z.array(Role).min(1)], { error: `must be one or more of ${Role.options.join(", ")}` }),
  /** A text goes into the claim as it is, so that one can try what a token must not get by with. */
  areas: z.union([z.array(AreaCode), z.string()]).exactOptional(),
  department: z.string().exactOptional(),
  residentId: z.string().exactOptional(),
  sub: z.string().min(1).exactOptional(),
  /** Seconds. Below 0 the token has expired already. */
  expiresIn: z.int().default(3600),
});
export type TokenRequest = z.input<typeof TokenRequest>;

/** Stands in for the OIDC issuer that the template names. */
export interface Issuer {
  readonly issuer: string;
  readonly publicKeys: JSONWebKeySet;
  readonly token: (request: TokenRequest) => Promise<string>;
}

export const openIssuer = async (keyFile: string, { issuer, audience }: JwtAuthorizer): Promise<Issuer> => {
  const jwk = await keyIn(keyFile);
  const key = await importJWK(jwk, "RS256");
  const { kty, n, e, kid } = jwk;
  return {
    issuer,
    publicKeys: { keys: [{ kty, n, e, kid, alg: "RS256", use: "sig" }] },
    token: (request) => {
      const { role, areas, department, residentId, sub, expiresIn } = TokenRequest.parse(request);
      const issuedAt = Math.floor(Date.now() / 1000);
      return new SignJWT({
        role: [role].flat().join(" "),
        ...(areas && { areas: [areas].flat().join(" ") }),
        ...(department !== undefined && { department }),
        ...(residentId !== undefined && { resident_id: residentId }),
      })
        .setProtectedHeader({ alg: "RS256", kid })
        .setIssuer(issuer)
        .setAudience(audience[0] ?? "")
        .setSubject(sub ?? `local-${[role].flat().join("-")}`)
        .setIssuedAt(issuedAt + Math.min(0, expiresIn))
        .setExpirationTime(issuedAt + expiresIn)
        .sign(key);
    },
  };
};

const keyIn = async (file: string) => {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    writeFileSync(file, JSON.stringify({ ...(await exportJWK(privateKey)), kid: "local" }), { mode: 0o600 });
  }
  return PrivateKey.parse(JSON.parse(readFileSync(file, "utf8")));
};

const PrivateKey = z.looseObject({ kty: z.literal("RSA"), n: z.string(), e: z.string(), kid: z.string() });
