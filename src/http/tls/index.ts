/**
 * HTTPS: certificates by the name that a client asks for, changed while connections are open, and one listener for
 * HTTP/2 and HTTP/1.1. Loaded only when TLS is configured.
 */
export { H2_LIMITS, type H2Limits } from '../h2/index.ts';
export { type Certificate, CertificateError, type CertificatePem, readCertificate } from './certificate.ts';
export { type CertificateStore, createCertificateStore } from './certificate-store.ts';
export type { HostPolicy } from './host-policies.ts';
export { CERTIFICATE_POLL_MS, TICKET_KEY_BYTES } from './limits.ts';
export { listenTls, type TlsListener, type TlsListenOptions } from './listen.ts';
export { MIN_TLS_VERSIONS, type MinTlsVersion } from './policy.ts';
export { type CertificateFiles, type WatchOptions, watchCertificate } from './watch-certificate.ts';
