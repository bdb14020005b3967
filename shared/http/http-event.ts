import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
  Context,
} from "aws-lambda";

/** API Gateway HTTP API, payload format 2.0, behind the JWT authorizer; `$default` and public calls have none. */
export type HttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;

/** What a handler gives back to the gateway. */
export interface HttpAnswer extends APIGatewayProxyStructuredResultV2 {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A Lambda behind the gateway. */
export type HttpHandler = (event: HttpEvent, context: Context) => Promise<HttpAnswer>;
