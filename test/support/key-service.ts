import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** As much of KMS and Secrets Manager as the identity keys use, speaking their wire protocol. */
export interface KeyService {
  readonly endpoint: string;
  /** Every call as it came: `Encrypt`, `GetSecretValue` … */
  readonly calls: readonly string[];
  /** Answers so many of the next calls with a fault that passes. */
  readonly failNext: (calls: number) => void;
  readonly close: () => Promise<void>;
}

export const startKeyService = async (secret: string): Promise<KeyService> => {
  const calls: string[] = [];
  let failing = 0;
  const answer = answerWith(randomBytes(32), secret);

  const server = createServer(async (request, response) => {
    const [, action = ""] = `${request.headers["x-amz-target"]}`.split(".");
    calls.push(action);
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString("utf8"));
    const [status, answered] = failing > 0 ? [500, { __type: "InternalFailure" }] : answer(action, body);
    failing = Math.max(0, failing - 1);
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(answered));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    failNext: (next) => {
      failing = next;
    },
    close: async () => {
      server.closeAllConnections();
      await Promise.all([once(server, "close"), server.close()]);
    },
  };
};

interface Body {
  readonly KeyId?: string;
  readonly SecretId?: string;
  readonly Plaintext?: string;
  readonly CiphertextBlob?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
}

const answerWith =
  (key: Buffer, secret: string) =>
  (action: string, body: Body): [number, object] => {
    const context = Buffer.from(JSON.stringify(body.EncryptionContext ?? {}));
    switch (action) {
      case "Encrypt": {
        const nonce = randomBytes(12);
        const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(context);
        const text = Buffer.concat([cipher.update(body.Plaintext ?? "", "base64"), cipher.final()]);
        return [200, { CiphertextBlob: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64") }];
      }
      case "Decrypt": {
        const bytes = Buffer.from(body.CiphertextBlob ?? "", "base64");
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
          .setAAD(context)
          .setAuthTag(bytes.subarray(12, 28));
        try {
          const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
          return [200, { Plaintext: text.toString("base64") }];
        } catch {
          return [400, { __type: "InvalidCiphertextException" }];
        }
      }
      case "GetSecretValue":
        return [200, { SecretString: secret }];
      default:
        return [400, { __type: "UnknownOperationException" }];
    }
  };
