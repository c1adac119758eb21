/** Work that goes on beside other work, so much of it at a time. */

export class UnderWay {
  readonly #most: number
  readonly #works = new Map<string, Promise<void>>()
  #trouble: {readonly error: unknown} | undefined

  /** @param most works at a time */
  constructor(most: number) {
    this.#most = most
  }

  /** Whether one more could begin and another after it need not wait. */
  get hasRoom(): boolean {
    return this.#works.size < this.#most - 1
  }

  /**
   * Begins a work, and waits where there are as many as there may be.
   *
   * @param name by which it can be waited for, and which no other has meanwhile
   * @throws what went wrong first in this one, or in one before it
   */
  async begin(name: string, work: () => Promise<void>): Promise<void> {
    const done = work()
      .catch((error: unknown) => {
        this.#trouble ??= {error}
      })
      .finally(() => this.#works.delete(name))
    this.#works.set(name, done)
    if (this.#works.size >= this.#most) await Promise.race(this.#works.values())
    this.#tellTrouble()
  }

  /**
   * Waits for one work, if it is under way.
   *
   * @throws what went wrong first in any
   */
  async one(name: string): Promise<void> {
    await this.#works.get(name)
    this.#tellTrouble()
  }

  /**
   * Waits for all.
   *
   * @throws what went wrong first
   */
  async all(): Promise<void> {
    await Promise.all(this.#works.values())
    this.#tellTrouble()
  }

  #tellTrouble(): void {
    if (this.#trouble !== undefined) throw this.#trouble.error
  }
}
