import { AreaCode } from "#shared/domain/area.ts";
import { date } from "#shared/domain/calendar.ts";
import {
  applyChange,
  type Dossier,
  type DossierChange,
  type RecordedChange,
  shanghaiDate,
} from "#shared/domain/dossier.ts";
import { checkDigitOf, IdentityNumber } from "#shared/domain/identity-number.ts";
import { type Person, PersonName } from "#shared/domain/person.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";

export const area = (code: string): AreaCode => AreaCode.parse(code);

/** Different for every number, and always the same for one. */
export const residentId = (number: number): ResidentId => ResidentId.parse(`r-${`${number}`.padStart(26, "0")}`);

/** An invented number of an invented county; each sequence another person born that day. */
export const identityNumber = (birthDate: string, sequence: number): IdentityNumber => {
  const digits = `339901${birthDate.replaceAll("-", "")}${`${sequence}`.padStart(3, "0")}`;
  return IdentityNumber.parse(`${digits}${checkDigitOf(digits)}`);
};

export const person = (sequence = 1, name = "山雨"): Person => ({
  identityNumber: identityNumber("1990-05-17", sequence),
  name: PersonName.parse(name),
});

export const registeredIn = (code: string, birthDate = "1990-05-17"): DossierChange => ({
  type: "registered",
  area: area(code),
  identityBirthDate: date(birthDate),
});

/** The change that follows on the dossier, and the dossier after it. */
export const following = (
  dossier: Dossier | ResidentId,
  change: DossierChange,
  receivedAt = "2024-06-30T02:00:00.000Z",
): { readonly dossier: Dossier; readonly recorded: RecordedChange } => {
  const [before, id] = typeof dossier === "string" ? [undefined, dossier] : [dossier, dossier.residentId];
  const recorded = {
    residentId: id,
    version: (before?.version ?? 0) + 1,
    change,
    receivedAt,
    receivedOn: shanghaiDate(receivedAt),
    by: "a feed",
  };
  return { dossier: applyChange(before, recorded), recorded };
};
