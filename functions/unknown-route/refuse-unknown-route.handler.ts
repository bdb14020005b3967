import { endpoints } from "#shared/contract/endpoints.ts";
import { httpHandler } from "#shared/http/http-handler.ts";
import { refuseUnknownRoute } from "./refuse-unknown-route.ts";

const refuse = refuseUnknownRoute(endpoints);

/** `$default`: whatever no route takes, from anybody. */
export const handler = httpHandler("refuse-unknown-route", async ({ requestContext }) => {
  throw refuse(requestContext.http);
});
