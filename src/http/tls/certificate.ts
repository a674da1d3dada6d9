import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { subjectNames } from './subject-names.ts';

/** A certificate and its key as text, which is how they lie in files and travel between processes. */
export interface CertificatePem {
  /** PEM: the server's own certificate first, then its chain without the root. */
  readonly certificate: string;
  /** PEM, PKCS #8 or the older forms, without a passphrase. */
  readonly privateKey: string;
}

/** A certificate that is ready to be shown to clients. */
export interface Certificate {
  readonly pem: CertificatePem;
  /** Host names in lower case (perhaps with a leading `*.`) and numeric addresses that it is for. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch. */
  readonly notBeforeMs: number;
  /** Milliseconds since the epoch. */
  readonly notAfterMs: number;
  /** SHA-256 over the certificate, in hexadecimal digits with colons. */
  readonly fingerprint: string;
  readonly context: SecureContext;
}

/** A certificate or its key cannot be used. The message is one sentence for the operator. */
export class CertificateError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CertificateError';
  }
}

/**
 * Reads a certificate with its chain and key. An expired one is read too: showing it tells a client more than no answer.
 * @throws {CertificateError} when one of them is no PEM, or when they do not belong together
 */
export function readCertificate(pem: CertificatePem): Certificate {
  const leaf = parse('certificate', () => new X509Certificate(pem.certificate));
  const key = parse('private key', () => createPrivateKey(pem.privateKey));
  checkPair(leaf, key);
  return {
    pem,
    names: subjectNames(leaf.subjectAltName),
    notBeforeMs: Date.parse(leaf.validFrom),
    notAfterMs: Date.parse(leaf.validTo),
    fingerprint: leaf.fingerprint256,
    // A weak key or a broken certificate further down the chain comes to light here.
    context: parse('certificate chain', () => createSecureContext({ cert: pem.certificate, key: pem.privateKey })),
  };
}

function parse<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CertificateError(`The ${what} cannot be read: ${reason}.`, { cause: error });
  }
}

function checkPair(leaf: X509Certificate, key: KeyObject): void {
  if (leaf.checkPrivateKey(key)) return;
  throw new CertificateError(
    `The private key does not belong to the first certificate, which is for ${leaf.subjectAltName ?? leaf.subject}.`,
  );
}
