import { setTimeout } from "node:timers/promises";
import type { TokenRequest } from "../issuer.ts";
import type { System } from "../system.ts";

/** Calls the running system as anybody else would: over HTTP, with a token. */
export const apiClient = ({ url, issuer }: Pick<System, "url" | "issuer">) => {
  const tokens = new Map<string, Promise<string>>();

  const tokenFor = (caller: TokenRequest): Promise<string> => {
    const key = JSON.stringify(caller);
    const token = tokens.get(key) ?? issuer.token(caller);
    tokens.set(key, token);
    return token;
  };

  /** @throws Error when the call is refused; where there were too many calls it waits and tries again */
  const post = async <Answer>(path: string, body: unknown, caller: TokenRequest): Promise<Answer> => {
    const headers = { authorization: `Bearer ${await tokenFor(caller)}`, "content-type": "application/json" };
    const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (response.status === 429) {
      await response.arrayBuffer();
      await setTimeout(100);
      return post(path, body, caller);
    }
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
    return response.json() as Promise<Answer>;
  };
  return { post };
};
