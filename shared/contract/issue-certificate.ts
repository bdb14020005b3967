import * as z from "zod";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { CertificatePurpose, LetterId } from "#shared/domain/letter.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

export const CertificateIssued = z
  .strictObject({ letterId: LetterId.meta({ description: "The certificate's number; print it as a letter" }) })
  .readonly()
  .meta({ id: "CertificateIssued" });
export type CertificateIssued = z.infer<typeof CertificateIssued>;

/** 积分证明. */
export const issueCertificateEndpoint = {
  id: "issue-certificate",
  method: "POST",
  path: "/v1/residents/{residentId}/certificates",
  summary: "Certify a score",
  description:
    "Scores the person on the day and writes the certificate as a letter: total and lines, under which standards and " +
    "from which version of the dossier, for which purpose, with a check code by which anyone can verify the paper. " +
    "It states what is known on the day it is issued; later changes leave it as it is.",
  roles: ["resident", "window"],
  params: z.strictObject({ residentId: ResidentId }),
  body: z.strictObject({
    purpose: CertificatePurpose,
    asOf: CalendarDate.exactOptional().meta({ description: "Today in Asia/Shanghai unless given; no day ahead" }),
  }),
  answers: { 201: { description: "The certificate was issued", body: CertificateIssued } },
  refusals: ["resident-unknown", "happened-after-receipt"],
  stores: true,
} as const satisfies Endpoint;
