import type { AreaCode } from "#shared/domain/area.ts";
import { type Month, never } from "#shared/domain/calendar.ts";
import {
  completed,
  type DecodedPaper,
  type DecodedPension,
  type DecodedStretch,
  type Interval,
} from "#shared/domain/decoded-facts.ts";
import type { PermitState, PermitTimeline } from "#shared/domain/permit-timeline.ts";
import type { Subject } from "#shared/scoring/subject.ts";
import { factsMissing, kindsOfPension, paperCategories, permitStandings } from "./packed-words.ts";
import { type Packing, packing, type Unpacking, unpacking } from "./packing.ts";

/**
 * Stands in the first byte. It becomes another whenever the bytes are laid out differently, and whenever the same dossier
 * is decoded differently: what is stored under any other number is then decoded from the dossier's JSON again, until the
 * dossier's next change packs it anew.
 */
export const packedFormat = 2;

/** A person ready to be scored, in about a tenth of their dossier's JSON and a hundredth of its decoding. */
export const packSubject = ({ area, facts }: Subject): Uint8Array => {
  const out = packing();
  const { birth, papers, pension, residence, freezes, bars, missing, permit } = facts;
  out.whole(packedFormat);
  out.area(area);
  out.day(birth ?? never);
  out.whole(factsMissing.reduce((bits, name, place) => bits + (missing.includes(name) ? 2 ** place : 0), 0));
  out.list(papers.education, paperTo(out));
  out.list(papers.skills, paperTo(out));
  out.list(pension, pensionTo(out));
  out.list(residence, stretchTo(out));
  out.list(freezes, intervalTo(out));
  out.list(bars, intervalTo(out));
  out.list(permit, permitStateTo(out));
  return out.bytes();
};

/** Nothing where the bytes are of another format. */
export const unpackSubject = (bytes: Uint8Array): Subject | undefined => {
  if (bytes[0] !== packedFormat) return undefined;
  const from = unpacking(bytes);
  from.whole();
  const area = areaFrom(from);
  const birth = from.day();
  const missing = from.whole();
  const education = from.list(paperFrom(from));
  const skills = from.list(paperFrom(from));
  const pension = from.list(pensionFrom(from));
  const residence = from.list(stretchFrom(from));
  const freezes = from.list(intervalFrom(from));
  const bars = from.list(intervalFrom(from));
  const permit = from.list(permitStateFrom(from));
  if (!from.isAtEnd()) throw new RangeError("packed bytes go on after their end");
  return {
    area,
    facts: completed({
      birth: birth === never ? undefined : birth,
      papers: { education, skills },
      pension,
      residence,
      freezes,
      bars,
      missing: missing === 0 ? [] : factsMissing.filter((_, place) => missing & (2 ** place)),
      permit: permit as readonly PermitState[] as PermitTimeline,
      givenLocal: undefined,
    }),
  };
};

const intervalTo =
  (out: Packing) =>
  ({ from, to }: Interval): void => {
    out.day(from);
    out.day(to);
  };

const intervalFrom = (from: Unpacking) => (): Interval => ({ from: from.day(), to: from.day() });

const paperTo =
  (out: Packing) =>
  ({ category, verified, from, until }: DecodedPaper): void => {
    out.word(paperCategories, category, verified);
    out.day(from);
    out.day(until);
  };

const paperFrom =
  (from: Unpacking) =>
  (index: number): DecodedPaper => {
    const word = from.whole();
    return {
      index,
      category: wordAt(paperCategories, word >> 1),
      verified: (word & 1) === 1,
      from: from.day(),
      until: from.day(),
    };
  };

const pensionTo =
  (out: Packing) =>
  ({ from, to, paidOn, province, kind, backpaid, until }: DecodedPension): void => {
    out.whole(from);
    out.whole(to - from);
    out.day(paidOn);
    out.area(province);
    out.word(kindsOfPension, kind, backpaid);
    out.day(until);
  };

const pensionFrom = (from: Unpacking) => (): DecodedPension => {
  const first = from.whole() as Month;
  const last = (first + from.whole()) as Month;
  const paidOn = from.day();
  const province = areaFrom(from);
  const word = from.whole();
  return {
    from: first,
    to: last,
    paidOn,
    province,
    kind: wordAt(kindsOfPension, word >> 1),
    backpaid: (word & 1) === 1,
    until: from.day(),
  };
};

const stretchTo =
  (out: Packing) =>
  ({ from, to, province, until }: DecodedStretch): void => {
    out.day(from);
    out.day(to);
    out.area(province);
    out.day(until);
  };

const stretchFrom = (from: Unpacking) => (): DecodedStretch => ({
  from: from.day(),
  to: from.day(),
  province: areaFrom(from),
  until: from.day(),
});

const permitStateTo = (out: Packing) => {
  let permitBefore = "";
  return (state: PermitState): void => {
    const isKnown = state.standing !== "none";
    out.word(permitStandings, state.standing, isKnown && state.restored !== undefined);
    out.day(state.from);
    if (!isKnown) return;
    out.day(state.since);
    out.area(state.area);
    out.day(state.endorsementDueOn ?? never);
    if (state.restored) {
      out.day(state.restored.on);
      out.whole(state.restored.version);
    }
    out.whole(state.issuedBy);
    out.whole(state.suspendedBy);
    // most people have one permit all their life here: no text means the same one
    out.text(state.permitId === permitBefore ? "" : state.permitId);
    permitBefore = state.permitId;
  };
};

const permitStateFrom = (from: Unpacking) => {
  let permitBefore = "";
  return (): PermitState => {
    const word = from.whole();
    const standing = wordAt(permitStandings, word >> 1);
    const begins = from.day();
    if (standing === "none") return { standing, from: begins };
    const since = from.day();
    const area = from.area();
    const due = from.day();
    const restored = (word & 1) === 1 ? { on: from.day(), version: from.whole() } : undefined;
    const issuedBy = from.whole();
    const suspendedBy = from.whole();
    permitBefore = from.text() || permitBefore;
    return {
      from: begins,
      standing,
      since,
      area,
      endorsementDueOn: due === never ? undefined : due,
      restored,
      issuedBy,
      suspendedBy,
      permitId: permitBefore,
    };
  };
};

const areaFrom = (from: Unpacking): AreaCode => {
  const area = from.area();
  if (area === undefined) throw new RangeError("packed bytes name no area");
  return area;
};

const wordAt = <Word>(words: readonly Word[], place: number): Word => {
  const word = words[place];
  if (word === undefined) throw new RangeError(`packed bytes name word ${place} of ${words.length}`);
  return word;
};
