/** A record on its way: what order, age and filter need of it, and the JSON that the function will get. */
export interface ReadRecord {
  readonly sequence: string;
  /** In seconds since 1970. */
  readonly createdAt: number;
  readonly json: string;
}
