import { createHmac } from "node:crypto";
import { DecryptCommand, EncryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { IdentityKeys } from "./identity-keys.ts";
import { secretText } from "./secret-text.ts";

export interface AwsIdentityKeyNames {
  /** The KMS key that seals numbers and names; unset where nothing may be sealed or opened. */
  readonly sealingKeyId: string | undefined;
  /** The secret whose text keys the lookup hashes; unset where nobody may be looked up. */
  readonly lookupSecretArn: string | undefined;
}

/** Sealed by KMS, whose log says who opened whose identity; the lookup key is read once per function. */
export const awsIdentityKeys = (
  kms: KMSClient,
  secrets: SecretsManagerClient,
  { sealingKeyId: KeyId, lookupSecretArn }: AwsIdentityKeyNames,
): IdentityKeys => {
  const lookupKey = secretText(secrets, lookupSecretArn);

  return {
    seal: async (text, residentId) => {
      try {
        if (KeyId === undefined) throw new Error("the environment names no sealing key");
        const { CiphertextBlob } = await kms.send(
          new EncryptCommand({ KeyId, Plaintext: Buffer.from(text), EncryptionContext: { residentId } }),
        );
        if (!CiphertextBlob) throw new Error("KMS answered no ciphertext");
        return Buffer.from(CiphertextBlob).toString("base64");
      } catch (cause) {
        throw new Error("identity not sealed", { cause });
      }
    },

    open: async (sealed, residentId) => {
      try {
        const { Plaintext } = await kms.send(
          new DecryptCommand({
            KeyId,
            CiphertextBlob: Buffer.from(sealed, "base64"),
            EncryptionContext: { residentId },
          }),
        );
        if (!Plaintext) throw new Error("KMS answered no plaintext");
        return Buffer.from(Plaintext).toString("utf8");
      } catch (cause) {
        throw new Error("identity not opened", { cause });
      }
    },

    lookup: async (text) =>
      createHmac("sha256", await lookupKey())
        .update(text)
        .digest("base64url"),
  };
};
