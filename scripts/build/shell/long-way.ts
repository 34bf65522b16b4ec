/** A deck that is to be built Slidev's own way. */
export class LongWay extends Error {
  readonly reason: string

  /** @param reason what it has that the fast way does not know */
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}
