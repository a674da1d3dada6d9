import type { CertificatePem } from './certificate.ts';
import type { MinTlsVersion } from './policy.ts';

/** What a listener does differently for one host name. */
export interface HostPolicy {
  /** In lower case, perhaps with a leading `*.`. */
  readonly name: string;
  readonly minVersion: MinTlsVersion;
  /** Clients are asked for a certificate by one of these authorities (PEM). */
  readonly truststore?: { readonly id: string; readonly pem: string };
  /** Shown in place of the listener's own. */
  readonly certificate?: CertificatePem;
}

/** The policies of a listener with what was made of each. */
export class HostPolicies<T> {
  readonly #make: (policy: HostPolicy) => T;
  readonly #hosts = new Map<string, T>();

  constructor(make: (policy: HostPolicy) => T) {
    this.#make = make;
  }

  get size(): number {
    return this.#hosts.size;
  }

  put(policy: HostPolicy): void {
    this.#hosts.set(policy.name, this.#make(policy));
  }

  remove(name: string): void {
    this.#hosts.delete(name);
  }

  clear(): void {
    this.#hosts.clear();
  }

  values(): Iterable<T> {
    return this.#hosts.values();
  }

  /** What was made for a host name: for itself, else for a wildcard over its first label. */
  find(serverName: string): T | undefined {
    const exact = this.#hosts.get(serverName);
    if (exact !== undefined) return exact;
    const dot = serverName.indexOf('.');
    return dot <= 0 ? undefined : this.#hosts.get(`*${serverName.slice(dot)}`);
  }
}
