import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Finds addresses and says how long they are good. */
export interface AddressResolver {
  /** As the system resolves names, hosts file and all. @throws the system's error (`ENOTFOUND`, ...) */
  lookup(host: string): Promise<LookupAddress[]>;
  /** Seconds that DNS lets the records of a name be kept; undefined when DNS does not know it. */
  ttlSeconds(host: string): Promise<number | undefined>;
}

/** How long addresses are kept that did not come from DNS, or until DNS has said how long: a second's load shares one. */
const DEFAULT_TTL_MS = 5_000;
/** However long a record says: a backend that moves is found again within five minutes. */
const MOST_TTL_MS = 300_000;
const MOST_NAMES = 1_000;

interface Entry {
  readonly addresses: Promise<LookupAddress[]>;
  expiresAtMs: number;
}

/**
 * Remembers what names resolve to for as long as their DNS records say. Node resolves a name anew for every connection, on
 * one of four threads that file access shares.
 */
export class AddressCache {
  readonly #resolver: AddressResolver;
  readonly #nowMs: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(resolver: AddressResolver, nowMs: () => number) {
    this.#resolver = resolver;
    this.#nowMs = nowMs;
  }

  /** For `net.connect`, which asks for all addresses or for the first. */
  readonly lookup: LookupFunction = (host, options, callback) => {
    this.#addresses(host).then(
      (addresses) => {
        const fitting = options.family ? addresses.filter(({ family }) => family === options.family) : addresses;
        const [first] = fitting;
        if (options.all) callback(null, fitting);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };

  #addresses(host: string): Promise<LookupAddress[]> {
    const known = this.#entries.get(host);
    if (known !== undefined && known.expiresAtMs > this.#nowMs()) return known.addresses;
    const entry: Entry = {
      addresses: this.#resolver.lookup(host),
      expiresAtMs: this.#nowMs() + DEFAULT_TTL_MS,
    };
    this.#entries.delete(host);
    this.#entries.set(host, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST_NAMES && oldest !== undefined) this.#entries.delete(oldest);
    void this.#learnTtl(host, entry);
    return entry.addresses;
  }

  async #learnTtl(host: string, entry: Entry): Promise<void> {
    const askedAtMs = this.#nowMs();
    try {
      await entry.addresses;
      const ttlSeconds = await this.#resolver.ttlSeconds(host);
      if (ttlSeconds !== undefined) entry.expiresAtMs = askedAtMs + Math.min(ttlSeconds * 1000, MOST_TTL_MS);
    } catch {
      // What cannot be resolved is asked for again with the next connection; the lookup itself tells its caller why.
      if (this.#entries.get(host) === entry) this.#entries.delete(host);
    }
  }
}
