/** A queue that carries an opaque id and nothing else: whoever works it off reads afresh what it stands for. */
export interface IdQueue<Id extends string> {
  /** @throws Error when it was not taken */
  send(id: Id): Promise<void>;
}
