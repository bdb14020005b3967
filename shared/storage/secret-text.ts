import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { fetchedOnce } from "./fetched-once.ts";

/** The text of a secret that keys hashes, read once per function; a read that failed is tried again at the next call. */
export const secretText = (secrets: SecretsManagerClient, SecretId: string | undefined): (() => Promise<string>) =>
  fetchedOnce(async () => {
    try {
      if (SecretId === undefined) throw new Error("the environment names no secret");
      const { SecretString = "" } = await secrets.send(new GetSecretValueCommand({ SecretId }));
      if (SecretString.length < 32) throw new Error("the secret is shorter than 32 characters");
      return SecretString;
    } catch (cause) {
      throw new Error("secret not read", { cause });
    }
  });
