import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { environment, environmentIfSet } from "#shared/runtime/environment.ts";
import { awsIdentityKeys } from "./aws-identity-keys.ts";
import { fileIdentityKeys } from "./file-identity-keys.ts";
import type { IdentityKeys } from "./identity-keys.ts";

/**
 * The keys that the environment names: a file on one machine, else KMS and a secret.
 * @throws Error when it names neither
 */
export const chosenIdentityKeys = (): IdentityKeys => {
  const keyFile = environmentIfSet("IDENTITY_KEY_FILE");
  if (keyFile) return fileIdentityKeys(keyFile);
  return awsIdentityKeys(new KMSClient(awsCalls), new SecretsManagerClient(awsCalls), {
    // resolving an identity opens no seal, so that function isn't told which key seals
    sealingKeyId: environmentIfSet("IDENTITY_KEY_ID"),
    lookupSecretArn: environment("IDENTITY_LOOKUP_SECRET_ARN"),
  });
};

const awsCalls = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};
