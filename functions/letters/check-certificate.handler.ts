import { checkCertificateEndpoint } from "#shared/contract/check-certificate.ts";
import { route } from "#shared/http/route.ts";
import { chosenCertificateKey } from "#shared/storage/chosen-certificate-key.ts";
import { checkCertificate } from "./check-certificate.ts";

export const handler = route(checkCertificateEndpoint, checkCertificate(chosenCertificateKey()));
