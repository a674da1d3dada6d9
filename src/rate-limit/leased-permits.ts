/** What a process that serves asks the ledger for. */
export interface Ask<Terms> {
  /** Names the bucket or the quota. */
  readonly id: string;
  readonly terms: Terms;
  /** Requests that wait for the answer. */
  readonly waiting: number;
  /** Permits wanted for the requests that will come next. */
  readonly spare: number;
  /** Permits that are still there and valid. */
  readonly held: number;
  /** Permits of an earlier lease that ran out; they come back with this. */
  readonly unspent: number;
}

export interface Lease {
  readonly granted: number;
  /** Permits that are not spent by then may not be spent. */
  readonly validUntilMs: number;
  /** Nothing more will be granted before; not after now when the ledger gave all that was asked. */
  readonly deniedUntilMs: number;
}

/** Permits on their way back to the ledger. */
export interface Unspent<Terms> {
  readonly id: string;
  readonly terms: Terms;
  readonly unspent: number;
}

/** What is left of the leases of one id. */
interface Stock<Terms> {
  terms: Terms;
  permits: number;
  /** The permits at which more are asked for in the background. */
  low: number;
  validUntilMs: number;
  deniedUntilMs: number;
  askedAtMs: number;
  /** Requests since the ledger was asked last. */
  wanted: number;
  waiting: number;
  asking: Promise<void> | undefined;
}

/**
 * Permits that a process has leased from a ledger and spends on requests, at once while a lease is in hand. When none is,
 * requests wait for one question to the ledger together; while the ledger has said that nothing is left, they are
 * refused at once.
 */
export class LeasedPermits<Terms> {
  readonly #stocks = new Map<string, Stock<Terms>>();
  readonly #ask: (ask: Ask<Terms>) => Promise<Lease>;
  readonly #now: () => number;
  readonly #leaseMs: number;

  /**
   * @param ask what it rejects with comes out of every `take` that waits
   * @param leaseMs how long leases are valid: demand is measured against it
   */
  constructor(ask: (ask: Ask<Terms>) => Promise<Lease>, leaseMs: number, now: () => number) {
    this.#ask = ask;
    this.#leaseMs = leaseMs;
    this.#now = now;
  }

  get size(): number {
    return this.#stocks.size;
  }

  /** Spends one permit; false when there is none. */
  take(id: string, terms: Terms, nowMs: number): boolean | Promise<boolean> {
    const stock = this.#stock(id, terms, nowMs);
    stock.wanted += 1;
    if (spend(stock, nowMs)) {
      // Nobody waits for this one: if it fails, the request that finds the stock empty asks again and is told.
      if (stock.permits < stock.low && stock.asking === undefined) this.#restock(id, stock).catch(() => undefined);
      return true;
    }
    return nowMs < stock.deniedUntilMs ? false : this.#wait(id, stock);
  }

  /**
   * Takes permits back from the stocks: those whose lease has run out, or all of them. What was idle is forgotten; what the
   * ledger denied is asked for again when all are taken.
   */
  settle(nowMs: number, all: boolean): readonly Unspent<Terms>[] {
    const back: Unspent<Terms>[] = [];
    for (const [id, stock] of this.#stocks) {
      if (all) stock.deniedUntilMs = nowMs;
      if (!all && nowMs < stock.validUntilMs) continue;
      if (stock.permits > 0) back.push({ id, terms: stock.terms, unspent: stock.permits });
      stock.permits = 0;
      if (stock.asking === undefined && nowMs >= stock.deniedUntilMs) this.#stocks.delete(id);
    }
    return back;
  }

  #stock(id: string, terms: Terms, nowMs: number): Stock<Terms> {
    const known = this.#stocks.get(id);
    if (known !== undefined) {
      if (known.terms !== terms) {
        known.terms = terms;
        known.deniedUntilMs = nowMs;
      }
      return known;
    }
    const stock: Stock<Terms> = {
      terms,
      permits: 0,
      low: 0,
      validUntilMs: nowMs,
      deniedUntilMs: nowMs,
      askedAtMs: nowMs,
      wanted: 0,
      waiting: 0,
      asking: undefined,
    };
    this.#stocks.set(id, stock);
    return stock;
  }

  async #wait(id: string, stock: Stock<Terms>): Promise<boolean> {
    stock.waiting += 1;
    try {
      await (stock.asking ?? this.#restock(id, stock));
    } finally {
      stock.waiting -= 1;
    }
    const nowMs = this.#now();
    if (spend(stock, nowMs)) return true;
    // Whoever came after the question had been sent asks again, unless the answer was that nothing is left.
    return nowMs < stock.deniedUntilMs ? false : this.#wait(id, stock);
  }

  #restock(id: string, stock: Stock<Terms>): Promise<void> {
    const nowMs = this.#now();
    const isValid = nowMs < stock.validUntilMs;
    const unspent = isValid ? 0 : stock.permits;
    if (!isValid) stock.permits = 0;
    // A lease that was used up early was too small for the demand: twice as much.
    const spare = nowMs - stock.askedAtMs < this.#leaseMs ? stock.wanted * 2 : stock.wanted;
    const ask = { id, terms: stock.terms, waiting: stock.waiting, spare, held: stock.permits, unspent };
    stock.wanted = 0;
    stock.askedAtMs = nowMs;
    stock.asking = this.#ask(ask).then(
      (lease) => {
        stock.asking = undefined;
        stock.permits += lease.granted;
        stock.low = stock.permits / 2;
        stock.validUntilMs = lease.validUntilMs;
        stock.deniedUntilMs = lease.deniedUntilMs;
      },
      (error: unknown) => {
        stock.asking = undefined;
        throw error;
      },
    );
    return stock.asking;
  }
}

function spend<Terms>(stock: Stock<Terms>, nowMs: number): boolean {
  if (stock.permits < 1 || nowMs >= stock.validUntilMs) return false;
  stock.permits -= 1;
  return true;
}
