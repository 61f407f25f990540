/** Ids as they are called: each has a number from its first call on, and in the end its row in the order of the ids. */
export class Roll {
  readonly #numbers = new Map<string, number>();

  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#numbers.set(id, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** All ids in order, and by number their rows there. */
  inOrder(): { readonly ids: readonly string[]; readonly rows: Int32Array } {
    const ids = [...this.#numbers.keys()].sort();
    const rows = new Int32Array(ids.length);
    ids.forEach((id, row) => {
      rows[this.numberOf(id)] = row;
    });
    return { ids, rows };
  }
}
