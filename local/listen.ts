import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

type Serve = (...of: Parameters<RequestListener>) => Promise<void>;

/** A door that can be seen before there is anybody behind it: early requests wait. */
export const listen = async (host: string, port: number) => {
  const { promise, resolve: serve } = Promise.withResolvers<Serve>();
  // 10,240 bytes of headers: API Gateway's own limit
  const server = createServer({ maxHeaderSize: 10_240 }, async (request, response) => {
    try {
      await (await promise)(request, response);
    } catch (error) {
      // unless whoever asked has gone in the middle of it, something here is broken
      if (request.complete) console.error(error);
      response.destroy();
    }
  }).listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new Error(`cannot listen on ${host}:${port}: is another process using it? --port takes another`, { cause });
  }
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    serve,
    /** Lets calls under way finish, for two seconds. */
    close: async () => {
      const closed = once(server, "close");
      server.close();
      const impatience = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(impatience);
    },
  };
};
