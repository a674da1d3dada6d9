import type { Exchange } from '../../exchange.ts';
import { LOCALHOST } from '../../testing/certificates.ts';
import { createCertificateStore, listenTls, readCertificate, type TlsListener } from '../../tls/index.ts';
import { H2_LIMITS, type H2Limits } from '../limits.ts';

/** A listener on loopback whose HTTP/1.1 clients are hung up on. */
export function serve(onExchange: (exchange: Exchange) => void, limits: Partial<H2Limits> = {}): Promise<TlsListener> {
  const certificates = createCertificateStore();
  certificates.put('localhost', readCertificate({ certificate: LOCALHOST.cert, privateKey: LOCALHOST.key }));
  return listenTls({
    host: '127.0.0.1',
    port: 0,
    minVersion: 'TLSv1.2',
    certificates,
    h2: { ...H2_LIMITS, ...limits },
    now: Date.now,
    onExchange,
    onHttp1Socket: (socket) => socket.destroy(),
  });
}
