/** Work in many small steps that a person looks on at: how far it is, stopping it and going on. */

/** One run after the other: the next one ends the one before. */
export class LongRun {
  /** How many steps are done, and of how many. */
  done = $state(0);
  total = $state(0);
  /** Whether it goes on just now. */
  running = $state(false);
  /** Whether a person stopped it; it stays so until the person goes on. */
  halted = $state(false);
  private turn = 0;

  /**
   * Works step by step, from the one with an index on, and keeps what each comes to, unless the run is over by then.
   * Returns whether all of it was done: another run, or a person, may have ended it.
   */
  async each<T, R>(
    steps: readonly T[],
    from: number,
    work: (step: T) => Promise<R>,
    take: (result: R) => void,
  ): Promise<boolean> {
    const turn = this.begin();
    this.done = from;
    this.total = steps.length;
    for (const step of steps.slice(from)) {
      const result = await work(step);
      if (turn !== this.turn) return false;
      take(result);
      this.done++;
    }
    this.running = false;
    return true;
  }

  private begin(): number {
    this.running = true;
    return ++this.turn;
  }

  /** Gives a function that tells whether this run is over: another one began since, or it was ended. */
  watch(): () => boolean {
    const { turn } = this;
    return () => turn !== this.turn;
  }

  /** Ends what is going on. */
  end(): void {
    this.turn++;
    this.running = false;
  }

  /** Ends what is going on because a person wants so. */
  halt(): void {
    this.end();
    this.halted = true;
  }
}
