import type { AreaCode } from "#shared/domain/area.ts";
import { always, type Day, never } from "#shared/domain/calendar.ts";

/** Writes values one after the other; what they are, only their reader knows. */
export interface Packing {
  readonly whole: (value: number) => void;
  readonly day: (day: Day) => void;
  readonly area: (area: string | undefined) => void;
  readonly text: (ascii: string) => void;
  /** One of the words, by its place, with some flags in front of it. */
  readonly word: (words: readonly string[], word: string, ...flags: readonly boolean[]) => void;
  readonly list: <Entry>(entries: readonly Entry[], pack: (entry: Entry) => void) => void;
  readonly bytes: () => Uint8Array;
}

export const packing = (): Packing => {
  const bytes: number[] = [];

  // seven bits to a byte, the lowest first; all but the last byte have the eighth set
  const whole = (value: number): void => {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} cannot be packed`);
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };

  return {
    whole,
    day: (day) => whole(day === never ? 0 : day === always ? 1 : day + daysBefore1970),
    area: (area) => whole(Number(area ?? 0)),
    text: (ascii) => {
      whole(ascii.length);
      for (let at = 0; at < ascii.length; at++) bytes.push(ascii.charCodeAt(at));
    },
    word: (words, word, ...flags) => {
      const place = words.indexOf(word);
      if (place < 0) throw new RangeError(`${word} has no place in the packed form`);
      whole(flags.reduce((all, flag) => all * 2 + Number(flag), place));
    },
    list: (entries, pack) => {
      whole(entries.length);
      for (const entry of entries) pack(entry);
    },
    bytes: () => Uint8Array.from(bytes),
  };
};

/** Reads what `packing` wrote, in the same order. */
export interface Unpacking {
  readonly whole: () => number;
  readonly day: () => Day;
  readonly area: () => AreaCode | undefined;
  readonly text: () => string;
  readonly list: <Entry>(unpack: (index: number) => Entry) => Entry[];
  readonly isAtEnd: () => boolean;
}

export const unpacking = (bytes: Uint8Array): Unpacking => {
  let at = 0;

  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError("packed bytes end too early");
    return byte;
  };

  const whole = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = next();
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
    }
  };

  return {
    whole,
    day: () => {
      const value = whole();
      return value === 0 ? never : value === 1 ? always : ((value - daysBefore1970) as Day);
    },
    area: () => {
      const value = whole();
      return value === 0 ? undefined : (`${value}` as AreaCode);
    },
    text: () => {
      let text = "";
      for (let left = whole(); left > 0; left--) text += String.fromCharCode(next());
      return text;
    },
    list: (unpack) => {
      const entries = [];
      const length = whole();
      for (let index = 0; index < length; index++) entries.push(unpack(index));
      return entries;
    },
    isAtEnd: () => at === bytes.length,
  };
};

/** 1900-01-01 is the first day that can be written; it comes right after the two days that are none. */
const daysBefore1970 = 25_569;
