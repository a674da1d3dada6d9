import { lookup, promises } from 'node:dns';
import type { AddressResolver } from './address-cache.ts';

/** The system's resolver for addresses, DNS itself for their time to live (`getaddrinfo` does not tell it). */
export const SYSTEM_RESOLVER: AddressResolver = {
  lookup: (host) =>
    new Promise((resolve, reject) => {
      lookup(host, { all: true, verbatim: true }, (error, addresses) => {
        if (error === null) resolve(addresses);
        else reject(error);
      });
    }),

  async ttlSeconds(host) {
    // Names without a dot are the machine's own or a search list's: DNS would be asked for another name.
    if (!host.includes('.') || host.endsWith('.localhost')) return undefined;
    const answers = await Promise.allSettled([
      promises.resolve4(host, { ttl: true }),
      promises.resolve6(host, { ttl: true }),
    ]);
    const records = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    return records.length === 0 ? undefined : Math.min(...records.map(({ ttl }) => ttl));
  },
};
