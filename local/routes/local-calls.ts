import { readFileSync } from "node:fs";
import * as z from "zod";
import { TokenRequest } from "../issuer.ts";
import type { System } from "../system.ts";
import { apiPage } from "./api-page.ts";
import { calendarOf, moveCalendar } from "./calendar.ts";
import { orderFeed } from "./feed.ts";
import { isQuiet } from "./is-quiet.ts";
import type { LocalCalls } from "./local-routes.ts";
import { statusOf } from "./status.ts";

/** What one can ask the one-machine system itself. */
export const localCalls = (system: System): LocalCalls => {
  const { issuer, queues } = system;
  const keys = `${system.url}/local/issuer/jwks.json`;
  return {
    "POST /local/tokens": async (body) => {
      const request = TokenRequest.parse(body);
      return { json: { token: await issuer.token(request), expiresIn: request.expiresIn } };
    },
    "POST /local/clock": (body) => moveCalendar(system, body),
    "GET /local/clock": async () => ({ json: calendarOf(system) }),
    "POST /local/feed": (body) => orderFeed(system, body),
    "POST /local/queues": async (body) => {
      queues.elapse(QueueOrder.parse(body).elapseSeconds);
      return { json: queues.ages() };
    },
    "GET /local/quiet": async () => ({ json: { quiet: await isQuiet(system) } }),
    "GET /local/status": async () => ({ json: await statusOf(system) }),
    "GET /local/api": async () => ({ page: apiPage(openApi()) }),
    "GET /local/openapi.json": async () => ({ json: openApi() }),
    "GET /local/issuer/.well-known/openid-configuration": async () => ({
      json: { issuer: issuer.issuer, jwks_uri: keys, id_token_signing_alg_values_supported: ["RS256"] },
    }),
    "GET /local/issuer/jwks.json": async () => ({ json: issuer.publicKeys }),
  };
};

/** Lets time pass for all that lies in the queues. */
const QueueOrder = z.strictObject({ elapseSeconds: z.number().min(0).max(1e9) });

const openApi = () => JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"));
