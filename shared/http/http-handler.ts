import middy from "@middy/core";
import { isRefusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { log } from "#shared/runtime/log.ts";
import { faultAnswer, refusalAnswer } from "./answer.ts";
import type { HttpAnswer, HttpEvent, HttpHandler } from "./http-event.ts";

/** A function behind the gateway: what it throws becomes a problem, and what happened is logged without a word about people. */
export const httpHandler = (endpoint: string, answer: (event: HttpEvent) => Promise<HttpAnswer>): HttpHandler =>
  middy<HttpEvent, HttpAnswer>()
    .use(logging(endpoint))
    .use(answeringThrown(endpoint))
    .handler((event) => answer(event));

type Middleware = middy.MiddlewareObj<HttpEvent, HttpAnswer>;

const logging = (endpoint: string): Middleware => ({
  after: ({ event, response }) => {
    log.info("request-answered", { endpoint, ...idsOf(event), ...(response && { status: response.statusCode }) });
  },
});

const answeringThrown = (endpoint: string): Middleware => ({
  onError: (request) => {
    const { event, error } = request;
    if (isRefusal(error)) {
      request.response = refusalAnswer(error);
      log.info("request-refused", {
        endpoint,
        ...idsOf(event),
        refusal: error.code,
        status: request.response.statusCode,
      });
    } else {
      request.response = faultAnswer(event.requestContext.requestId);
      log.error("request-failed", { endpoint, ...idsOf(event), fault: error });
    }
  },
});

// a path may hold whatever its sender took for an id: only what has the form of one is written down
const idsOf = ({ requestContext, pathParameters }: HttpEvent) => {
  const residentId = ResidentId.safeParse(pathParameters?.residentId);
  return { requestId: requestContext.requestId, ...(residentId.success && { residentId: residentId.data }) };
};
