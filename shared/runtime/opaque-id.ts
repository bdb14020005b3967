import { randomInt } from "node:crypto";

/** 134 random bits behind a letter that says of what: nobody guesses one, and no two are ever the same. */
export const opaqueId = (letter: "h" | "p" | "r" | "j" | "e" | "l" | "c" | "v" | "f"): string =>
  `${letter}-${Array.from({ length: 26 }, () => randomInt(36).toString(36)).join("")}`;
