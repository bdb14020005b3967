/** A promise, the figure it was held against, and whether it was kept. */
export interface Kept {
  readonly promise: string;
  readonly figure: string;
  readonly isKept: boolean;
}
