import * as z from "zod";
import { CertificateStatement, CheckCode } from "#shared/domain/letter.ts";
import type { Endpoint } from "./endpoint.ts";

export const CertificateChecked = z
  .strictObject({ genuine: z.boolean() })
  .readonly()
  .meta({ id: "CertificateChecked" });
export type CertificateChecked = z.infer<typeof CertificateChecked>;

export const checkCertificateEndpoint = {
  id: "check-certificate",
  method: "POST",
  path: "/v1/certificate-checks",
  summary: "Verify a certificate",
  description:
    "Whether a certificate says what was certified, for whoever holds the paper: copy what is printed on it, with its " +
    "check code. Any digit, day, line or name that is not as certified makes the answer no. It looks nothing up and " +
    "says nothing else; whether the points are still the same today, it does not say.",
  roles: [],
  public: true,
  body: z.strictObject({ certificate: CertificateStatement, checkCode: CheckCode }),
  answers: { 200: { description: "Whether it is genuine", body: CertificateChecked } },
  refusals: [],
} as const satisfies Endpoint;
