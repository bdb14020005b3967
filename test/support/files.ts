import { createHash } from "node:crypto";
import type { MaterialType } from "#shared/domain/material.ts";

/** A file as somebody holds it. */
export interface HeldFile {
  readonly content: Uint8Array;
  readonly bytes: number;
  readonly sha256: string;
}

export const fileOf = (content: Uint8Array): HeldFile => ({
  // and no Buffer, which looks the same and equals none
  content: new Uint8Array(content),
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
});

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The smallest that begin as such files do; the words make one differ from the other. */
export const fileOfType = (type: MaterialType, words = "a paper"): HeldFile => {
  const tail = Buffer.from(words.padEnd(64));
  switch (type) {
    case "application/pdf":
      return fileOf(Buffer.concat([Buffer.from("%PDF-1.7\n"), tail, Buffer.from("\n%%EOF\n")]));
    case "image/jpeg":
      return fileOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from("JFIF\0"), tail]));
    case "image/png":
      return fileOf(Buffer.concat([pngSignature, chunk("IHDR", Buffer.alloc(13)), chunk("IDAT", tail)]));
    case "image/heic":
      return fileOf(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), tail]));
  }
};

/** A program for Windows, as its first bytes say, whatever it is called. */
export const anExecutable: HeldFile = fileOf(Buffer.concat([Buffer.from("MZ"), Buffer.alloc(510)]));
