/** An error that the client gets to see. dynalite's have the same shape. */
export interface WireError extends Error {
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export const wireError = (code: string, message: string, details: WireError["body"] = {}): WireError =>
  Object.assign(new Error(message), {
    statusCode: 400,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message, ...details },
  });

export const isWireError = (thrown: unknown, code = ""): thrown is WireError =>
  thrown instanceof Error && "statusCode" in thrown && String((thrown as WireError).body.__type).endsWith(code);
