import { constants } from 'node:crypto';
import { createSecureContext, createServer, type PeerCertificate, type Server, type TLSSocket } from 'node:tls';
import type { TrustedClient } from '../exchange.ts';
import { readCertificate } from './certificate.ts';
import type { CertificateStore } from './certificate-store.ts';
import type { HostPolicy } from './host-policies.ts';
import { HANDSHAKE_TIMEOUT_MS, MAX_CLIENT_CHAIN } from './limits.ts';
import { ALPN_PROTOCOLS, type MinTlsVersion, policyOptions } from './policy.ts';

/** What every server of a listener has. */
export const COMMON = {
  // A client that has sent its request and closes its half still reads the answer.
  allowHalfOpen: true,
  ALPNProtocols: [...ALPN_PROTOCOLS],
  handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
};

/**
 * The server of one host name. A client's certificate is asked for and verified by the system's TLS library; whoever has none, or
 * one that is not trusted, is let in all the same, because the answer to that is a response (fact D156). Sessions are never
 * resumed where certificates are asked for: every connection proves anew who it comes from.
 * @throws {CertificateError} for a certificate that cannot be used
 */
export function createHostServer(host: HostPolicy, certificates: CertificateStore, minVersion: MinTlsVersion): Server {
  const own = host.certificate && readCertificate(host.certificate).pem;
  const policy = {
    ...policyOptions(host.minVersion > minVersion ? host.minVersion : minVersion),
    ...(host.truststore && {
      // Without any authority the library would fall back on those that browsers trust.
      ca: host.truststore.pem === '' ? [] : host.truststore.pem,
      secureOptions: constants.SSL_OP_NO_TICKET,
    }),
  };
  return createServer({
    ...COMMON,
    ...policy,
    ...(host.truststore && { requestCert: true, rejectUnauthorized: false }),
    SNICallback(serverName, callback) {
      const pem = own ?? certificates.find(serverName)?.pem;
      if (pem === undefined) callback(null);
      else callback(null, createSecureContext({ ...policy, cert: pem.certificate, key: pem.privateKey }));
    },
  });
}

/** The client of a connection, where its certificate was asked for and found trusted. */
export function trustedClient(socket: TLSSocket, { truststore }: HostPolicy): TrustedClient | undefined {
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
  if (truststore === undefined || certificate === undefined) return undefined;
  if (chainLength(socket.getPeerCertificate(true)) > MAX_CLIENT_CHAIN) return undefined;
  return { trustedBy: truststore.id, certificate };
}

/** The root of a chain is its own issuer. */
function chainLength(leaf: PeerCertificate & { readonly issuerCertificate?: PeerCertificate }): number {
  let length = 1;
  let current: { readonly fingerprint256: string; readonly issuerCertificate?: PeerCertificate } = leaf;
  while (length <= MAX_CLIENT_CHAIN) {
    const issuer: typeof current | undefined = current.issuerCertificate;
    if (issuer === undefined || issuer.fingerprint256 === current.fingerprint256) break;
    current = issuer;
    length += 1;
  }
  return length;
}
