/** Members joined into sets, in any number of steps. Each set is known by its lowest member. */
export class DisjointSets {
  readonly #parent = new Map<number, number>();

  /** The lowest member of the set that this one is in; itself if it was never joined. */
  find(member: number): number {
    let root = member;
    for (let next = this.#parent.get(root); next !== undefined; next = this.#parent.get(root)) root = next;
    // Point every member on the way straight at the root, so that long chains are walked once.
    for (let step = member; step !== root; ) {
      const next = this.#parent.get(step) ?? root;
      this.#parent.set(step, root);
      step = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [root, otherRoot] = [this.find(one), this.find(other)];
    if (root !== otherRoot) this.#parent.set(Math.max(root, otherRoot), Math.min(root, otherRoot));
  }
}
