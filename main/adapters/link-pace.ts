/** Milliseconds between two links of one window: nobody clicks faster. */
const apart = 1000;
const most = 20;

/** How often a page may have links opened in the user's browser. A page needs no click to ask, and could ask a thousand times. */
export class LinkPace {
  #last = -Infinity;
  #count = 0;

  /** @param now milliseconds of any clock that only goes forward */
  allows(now: number): boolean {
    if (now - this.#last < apart || this.#count >= most) return false;
    this.#last = now;
    this.#count += 1;
    return true;
  }
}
