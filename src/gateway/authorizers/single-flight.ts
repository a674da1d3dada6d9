/** Work of one name is done once at a time; whoever asks meanwhile waits for it. */
export class SingleFlight<T> {
  readonly #pending = new Map<string, Promise<T>>();

  do(name: string, work: () => Promise<T>): Promise<T> {
    const pending = this.#pending.get(name);
    if (pending !== undefined) return pending;
    const begun = work().finally(() => this.#pending.delete(name));
    this.#pending.set(name, begun);
    return begun;
  }
}
