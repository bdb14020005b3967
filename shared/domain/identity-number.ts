import * as z from "zod";
import { CalendarDate } from "./calendar.ts";

/** 公民身份号码 (GB 11643): area, birth date, sequence and an ISO 7064 MOD 11-2 check digit. */
export const IdentityNumber = z
  .string()
  .regex(/^\d{17}[\dX]$/, "must be 17 digits and a check digit 0-9 or X")
  .refine((number) => CalendarDate.safeParse(birthDateText(number)).success, "holds a birth date that does not exist")
  .refine((number) => checkDigitOf(number) === number[17], "has a wrong check digit")
  .brand<"IdentityNumber">()
  .meta({ id: "IdentityNumber", description: "Identity number after GB 11643, with its check digit" });
export type IdentityNumber = z.infer<typeof IdentityNumber>;

export const birthDateIn = (number: IdentityNumber): CalendarDate => CalendarDate.parse(birthDateText(number));

/** The check digit that the first 17 digits ask for (ISO 7064 MOD 11-2). */
export const checkDigitOf = (number: string): string => {
  let remainder = 0;
  for (let place = 0; place < 17; place++) remainder = ((remainder + Number(number[place])) * 2) % 11;
  return "X0123456789"[(12 - remainder + 1) % 11] ?? "";
};

const birthDateText = (number: string): string =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
