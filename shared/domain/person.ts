import * as z from "zod";
import type { IdentityNumber } from "./identity-number.ts";

/** 姓名. */
export const PersonName = z
  .string()
  .trim()
  .normalize("NFC")
  .min(1)
  .max(100)
  .brand<"PersonName">()
  .meta({ id: "PersonName", description: "The name as on the identity document, at most 100 characters" });
export type PersonName = z.infer<typeof PersonName>;

/** Who someone is outside this service. Never in a dossier, a log or an error. */
export interface Person {
  readonly identityNumber: IdentityNumber;
  readonly name: PersonName;
}

/** The name without what two writers of one name may do differently: widths, spaces, and the dot of 民族 names. */
export const comparableName = (name: PersonName): string =>
  name
    .normalize("NFKC")
    .replaceAll(/\s/gu, "")
    .replaceAll(/[•‧∙⋅・･.]/gu, "·");
