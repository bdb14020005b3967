import { timingSafeEqual } from "node:crypto";
import type { CertificateChecked, checkCertificateEndpoint } from "#shared/contract/check-certificate.ts";
import type { Call } from "#shared/contract/endpoint.ts";
import type { CertificateKey } from "#shared/storage/certificate-key.ts";
import { checkCodeOf } from "./check-code.ts";

/** Says of a paper whether it states what was certified. Nothing is looked up, so nothing can be found out by asking. */
export const checkCertificate =
  (key: CertificateKey) =>
  async ({
    body: { certificate, checkCode },
  }: Call<typeof checkCertificateEndpoint>): Promise<{ status: 200; body: CertificateChecked }> => {
    const expected = await checkCodeOf(key, certificate);
    return { status: 200, body: { genuine: timingSafeEqual(Buffer.from(expected), Buffer.from(checkCode)) } };
  };
