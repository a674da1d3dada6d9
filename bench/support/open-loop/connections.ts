import { DriverConnection } from './connection.ts';

/** Before a connection that was lost is opened anew. */
const REOPEN_MS = 10;

/** The connections of a run: taken when free, in the order in which they became so. */
export class Connections {
  readonly #url: URL;
  readonly #onAnswer: (dueMs: number, status: number) => void;
  readonly #all = new Set<DriverConnection>();
  readonly #free: DriverConnection[] = [];
  #closed = false;

  /** @param onAnswer told of each request's answer, after its connection has become free */
  constructor(url: URL, onAnswer: (dueMs: number, status: number) => void) {
    this.#url = url;
    this.#onAnswer = onAnswer;
  }

  /** @throws when the server takes none */
  async open(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.#connect()));
    if (this.#free.length === 0) throw new Error(`${this.#url.origin} takes no connections.`);
  }

  take(): DriverConnection | undefined {
    return this.#free.shift();
  }

  close(): void {
    this.#closed = true;
    for (const connection of this.#all) connection.close();
  }

  /** Resolves when the connection is open, or will not be. */
  #connect(): Promise<void> {
    const { hostname, port } = this.#url;
    return new Promise((resolve) => {
      const onOpen = (): void => {
        this.#free.push(connection);
        resolve();
      };
      const onAnswer = (status: number): void => {
        this.#free.push(connection);
        this.#onAnswer(connection.dueMs, status);
      };
      const onGone = (): void => {
        resolve();
        this.#forget(connection);
      };
      const connection = new DriverConnection(hostname, Number(port), { onOpen, onAnswer, onGone });
      this.#all.add(connection);
    });
  }

  /** A request that was on it stays without an answer; the next goes over a new connection. */
  #forget(connection: DriverConnection): void {
    this.#all.delete(connection);
    const place = this.#free.indexOf(connection);
    if (place !== -1) this.#free.splice(place, 1);
    if (!this.#closed) setTimeout(() => this.#closed || void this.#connect(), REOPEN_MS);
  }
}
