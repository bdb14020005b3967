/** A file that is committed and yet written by `npm run generate`; a test fails when it is stale. */
export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly content: () => string;
}

/** As people can read it, the same for the same value. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
