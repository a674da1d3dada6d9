import type { Certificate } from './certificate.ts';

/** The certificates of a listener, changed while it runs. A handshake that begins after a change sees the new state. */
export interface CertificateStore {
  /** Adds a certificate, or puts it in the place of the one with the same id. */
  put(id: string, certificate: Certificate): void;
  remove(id: string): void;
  /**
   * The certificate for a client: one that names the host exactly, else one with a wildcard for it, else the first that
   * was put. Of several equally good ones the first that was put wins.
   * @param serverName what the client asks for (SNI, RFC 6066 section 3); absent when it connects by address
   * @returns undefined only when there is no certificate at all
   */
  find(serverName?: string): Certificate | undefined;
  /** By id, in the order in which they were first put. */
  list(): ReadonlyMap<string, Certificate>;
  /** Calls `listener` after every change. */
  subscribe(listener: () => void): () => void;
}

export function createCertificateStore(): CertificateStore {
  const certificates = new Map<string, Certificate>();
  const listeners = new Set<() => void>();
  let byName = indexNames(certificates.values());

  function changed(): void {
    byName = indexNames(certificates.values());
    for (const listener of listeners) listener();
  }

  return {
    put(id, certificate) {
      certificates.set(id, certificate);
      changed();
    },
    remove(id) {
      if (certificates.delete(id)) changed();
    },
    find(serverName) {
      const [first] = certificates.values();
      return serverName === undefined ? first : (findByName(byName, serverName) ?? first);
    },
    list: () => certificates,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function indexNames(certificates: Iterable<Certificate>): ReadonlyMap<string, Certificate> {
  const byName = new Map<string, Certificate>();
  for (const certificate of certificates) {
    for (const name of certificate.names) {
      if (!byName.has(name)) byName.set(name, certificate);
    }
  }
  return byName;
}

/** A wildcard stands for exactly one label (RFC 9525 section 6.3). */
function findByName(byName: ReadonlyMap<string, Certificate>, serverName: string): Certificate | undefined {
  const name = serverName.toLowerCase().replace(/\.$/, '');
  const exact = byName.get(name);
  if (exact !== undefined) return exact;
  const dot = name.indexOf('.');
  return dot < 0 ? undefined : byName.get(`*${name.slice(dot)}`);
}
