/** The lines of the provincial standard, in its order. */
export const lineCodes = ["age", "education", "skill", "social-insurance", "residence"] as const;

/** A full result is the total and every line's points, in hundredths, side by side. */
export const resultSize = 1 + lineCodes.length;

/** Someone who scores residents, in the way that is fastest for them. */
export interface Contestant {
  readonly name: string;
  readonly startsFrom: "derived quantities" | "decoded facts" | "stored JSON";
  /** How often it scores everyone in a round; the slow score a part of everyone, another part each round. */
  readonly passes: number;
  /** Scores the residents from one place up to, and without, another, and writes each one's full result to its place. */
  readonly score: (from: number, to: number, results: Int32Array) => void | Promise<void>;
}
