import type { Socket } from 'node:net';
import { type Exchange, type ListenAt, loadTls } from '../../http/index.ts';
import type { CustomDomain } from '../../model/index.ts';
import type { HttpsOrder, IdentifiedCertificate } from '../link/index.ts';

/** The encrypted port of a worker. */
export interface HttpsListener {
  putCertificate(certificate: IdentifiedCertificate): void;
  setTicketKeys(keys: Uint8Array): void;
  /** Serves a custom domain name as its policy, truststore and certificate want it, from the next handshake on. */
  putDomain(domain: CustomDomain): void;
  removeDomain(domainName: string): void;
  setDomains(domains: readonly CustomDomain[]): void;
  close(graceMs: number): Promise<void>;
}

/**
 * Opens the encrypted port. HTTP/2 is served here; connections of HTTP/1.1 clients are handed to the engine.
 * @throws the system's error when it cannot listen
 */
export async function listenHttps(
  at: ListenAt,
  order: HttpsOrder,
  onExchange: (exchange: Exchange) => void,
  onHttp1Socket: (socket: Socket) => void,
): Promise<HttpsListener> {
  const { createCertificateStore, H2_LIMITS, listenTls, readCertificate } = await loadTls();
  const certificates = createCertificateStore();
  const putCertificate = ({ id, pem }: IdentifiedCertificate) => certificates.put(id, readCertificate(pem));
  order.certificates.forEach(putCertificate);
  const listener = await listenTls({
    ...at,
    minVersion: order.minVersion,
    certificates,
    ticketKeys: Buffer.from(order.ticketKeys),
    h2: H2_LIMITS,
    now: Date.now,
    onExchange,
    onHttp1Socket,
  });
  function putDomain({ domainName, minTlsVersion, truststore, certificate }: CustomDomain): void {
    // Most domain names want what all get, and cost a handshake nothing.
    const isUsual = !truststore && !certificate && minTlsVersion === 'TLSv1.2';
    if (isUsual) listener.removeHost(domainName);
    else
      listener.putHost({
        name: domainName,
        minVersion: minTlsVersion,
        ...(truststore && { truststore }),
        ...(certificate && { certificate }),
      });
  }
  return {
    putCertificate,
    putDomain,
    removeDomain: (domainName) => listener.removeHost(domainName),
    setDomains(domains) {
      listener.clearHosts();
      domains.forEach(putDomain);
    },
    setTicketKeys: (keys) => listener.setTicketKeys(Buffer.from(keys)),
    close: (graceMs) => listener.close(graceMs),
  };
}
