import { randomInt } from "node:crypto";
import { ApplicationNumber } from "#shared/domain/application.ts";

/** 申请编号: 80 random bits in Crockford's base 32, in groups that can be read out. */
export const newApplicationNumber = (): ApplicationNumber =>
  ApplicationNumber.parse(`A-${Array.from({ length: 4 }, group).join("-")}`);

const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(32)]).join("");

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
