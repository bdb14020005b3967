import { readFileSync } from "node:fs";
import { ClockStep } from "../clock.ts";
import { TokenRequest } from "../issuer.ts";
import type { System } from "../system.ts";
import { apiPage } from "./api-page.ts";
import type { LocalCalls } from "./local-routes.ts";
import { statusOf } from "./status.ts";

/** What one can ask the one-machine system itself. */
export const localCalls = (system: System): LocalCalls => {
  const { issuer, clock } = system;
  const clockState = () => ({ today: clock.today(), movedByDays: clock.movedByDays() });
  const keys = `${system.url}/local/issuer/jwks.json`;
  return {
    "POST /local/tokens": async (body) => {
      const request = TokenRequest.parse(body);
      return { json: { token: await issuer.token(request), expiresIn: request.expiresIn } };
    },
    "POST /local/clock": async (body) => {
      clock.move(ClockStep.parse(body));
      return { json: clockState() };
    },
    "GET /local/clock": async () => ({ json: clockState() }),
    "GET /local/status": async () => ({ json: await statusOf(system) }),
    "GET /local/api": async () => ({ page: apiPage(openApi()) }),
    "GET /local/openapi.json": async () => ({ json: openApi() }),
    "GET /local/issuer/.well-known/openid-configuration": async () => ({
      json: { issuer: issuer.issuer, jwks_uri: keys, id_token_signing_alg_values_supported: ["RS256"] },
    }),
    "GET /local/issuer/jwks.json": async () => ({ json: issuer.publicKeys }),
  };
};

const openApi = () => JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"));
