import type { SecureContextOptions, SecureVersion } from 'node:tls';

/** The oldest version of TLS that a listener speaks. Older ones than these are never spoken (RFC 8996). */
export type MinTlsVersion = 'TLSv1.2' | 'TLSv1.3';

export const MIN_TLS_VERSIONS: readonly MinTlsVersion[] = ['TLSv1.2', 'TLSv1.3'];

/**
 * What is agreed with a client: only forward secret key exchange and authenticated encryption, which is also what HTTP/2
 * demands (RFC 9113 section 9.2.2). The list is that of Mozilla's "intermediate" server configuration without the
 * finite-field suites, which need parameters of their own and which no client needs that speaks TLS 1.2.
 */
const CIPHERS: readonly string[] = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
];

/** ALPN protocol ids, the preferred one first (RFC 7301; RFC 9113 section 3.1). */
export const ALPN_PROTOCOLS: readonly string[] = ['h2', 'http/1.1'];

/** The options of a listener that do not depend on its certificates. */
export function policyOptions(minVersion: MinTlsVersion): SecureContextOptions {
  return {
    minVersion: minVersion satisfies SecureVersion,
    ciphers: CIPHERS.join(':'),
    // All of them are good; a phone without AES in hardware knows best which is quick for it.
    honorCipherOrder: false,
  };
}
