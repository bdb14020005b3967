import { AreaCode } from "#shared/domain/area.ts";
import type { Arrival } from "#shared/domain/arrival.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Facts } from "#shared/domain/facts.ts";
import { checkDigitOf, IdentityNumber } from "#shared/domain/identity-number.ts";
import type { PermitEvent } from "#shared/domain/permit-event.ts";
import { type Person, PersonName } from "#shared/domain/person.ts";

/** An invented person, and all that departments send about them. */
export interface Newcomer {
  readonly person: Person;
  readonly area: AreaCode;
  /** In the order in which they are sent. */
  readonly arrivals: readonly Arrival[];
}

/** An invented city with its counties: no place has a code that begins with 3399. */
export const province = AreaCode.parse("330000");
export const city = AreaCode.parse("339900");
export const counties = ["339901", "339902", "339903", "339904", "339905"].map((code) => AreaCode.parse(code));

type WithoutIds<Event> = Event extends unknown
  ? Omit<Event, "eventId" | "permitId"> & { readonly permit?: number }
  : never;

/** An event of the person's first permit, or of a later one. */
export type PermitStep = WithoutIds<PermitEvent>;

interface Told {
  /** Names this person's records; no other person has the same. */
  readonly label: string;
  readonly sourceVersion: number;
  readonly name: string;
  readonly bornOn: CalendarDate;
  /** Tells apart who were born on the same day; two digits, then three. */
  readonly sequence: string;
  readonly area: AreaCode;
  readonly facts: Facts;
  readonly permit: readonly PermitStep[];
}

export const newcomer = ({ label, sourceVersion, name, bornOn, sequence, area, facts, permit }: Told): Newcomer => {
  const report = { kind: "facts", sourceVersion } as const;
  const { birthDate, residence, education, skills, pension } = facts;
  return {
    person: { name: PersonName.parse(name), identityNumber: numberOf(bornOn, sequence) },
    area,
    arrivals: [
      { ...report, department: "public-security", recordId: `ps-${label}`, facts: { birthDate, residence } },
      { ...report, department: "education", recordId: `edu-${label}`, facts: { education } },
      { ...report, department: "hrss", recordId: `hrss-${label}`, facts: { skills, pension } },
      ...permit.map(({ permit: place = 1, ...step }, at): Arrival => {
        const ids = { eventId: `event-${label}-${at + 1}`, permitId: `permit-${label}-${place}` };
        return { kind: "permit-event", event: { ...step, ...ids } as PermitEvent };
      }),
    ],
  };
};

const numberOf = (bornOn: CalendarDate, sequence: string): IdentityNumber => {
  const digits = `3399${sequence.slice(0, 2)}${bornOn.replaceAll("-", "")}${sequence.slice(2)}`;
  return IdentityNumber.parse(digits + checkDigitOf(digits));
};
