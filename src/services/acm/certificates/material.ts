import { createPrivateKey, X509Certificate } from 'node:crypto';
import { validation } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { type CertificateFacts, keyAlgorithmOf, readFacts } from './facts.ts';

/** A certificate with its key. */
export interface Material {
  /** PEM: one certificate. */
  readonly certificate: string;
  /** PEM: those that lead to a root, if it has any. */
  readonly chain: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  readonly facts: CertificateFacts;
}

interface Given {
  readonly Certificate: Uint8Array;
  readonly PrivateKey: Uint8Array;
  readonly CertificateChain?: Uint8Array | undefined;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/**
 * Reads what is imported (user guide, "Prerequisites for importing certificates"): the certificate, its unencrypted key, and the
 * chain, which only a certificate that signed itself can do without.
 * @throws {ServiceError} `ValidationException`, in the words that users of AWS report
 */
export async function readMaterial(given: Given, nowMs: number): Promise<Material> {
  const body = textOf(given.Certificate, LIMITS.certificateBytes, 'certificate');
  const leaf = read('The certificate is not PEM-encoded or is not valid.', () => onlyCertificate(body));
  const key = read('The private key is not PEM-encoded or is not valid.', () =>
    createPrivateKey(textOf(given.PrivateKey, LIMITS.privateKeyBytes, 'privateKey')),
  );
  if (keyAlgorithmOf(leaf.publicKey) === undefined) throw validation('The private key is not supported.');
  if (!leaf.checkPrivateKey(key)) throw validation('The private key does not match the certificate.');
  if (Date.parse(leaf.validTo) <= nowMs) throw validation('The certificate has expired, is not valid.');
  if (Date.parse(leaf.validFrom) > nowMs) throw validation('The certificate is not in effect yet, is not valid.');
  const chain = read('The certificate chain is not PEM-encoded or is not valid.', () =>
    certificatesOf(textOf(given.CertificateChain ?? new Uint8Array(), LIMITS.chainBytes, 'certificateChain')),
  );
  checkChain(leaf, chain);
  return {
    certificate: leaf.toString(),
    chain: chain.map(String).join(''),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    facts: await readFacts(leaf.toString()),
  };
}

function checkChain(leaf: X509Certificate, chain: readonly X509Certificate[]): void {
  if (chain.length === 0) {
    if (leaf.checkIssued(leaf)) return;
    throw validation(
      'Provided certificate is not a valid self signed. Please provide either a valid self-signed certificate or certificate chain.',
    );
  }
  let below = leaf;
  for (const [index, issuer] of chain.entries()) {
    if (!below.checkIssued(issuer) || !below.verify(issuer.publicKey)) {
      throw validation(
        `Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, followed by any intermediaries in order. The index within the chain of the invalid certificate is: ${index}`,
      );
    }
    below = issuer;
  }
}

function onlyCertificate(text: string): X509Certificate {
  const [first, ...more] = certificatesOf(text);
  if (first === undefined) throw new Error('none');
  if (more.length > 0) {
    throw validation(
      'The certificate field contains more than one certificate. You can specify only one certificate in this field.',
    );
  }
  return first;
}

/** @throws when there is anything else but certificates */
function certificatesOf(text: string): readonly X509Certificate[] {
  if (text.replace(CERTIFICATE, '').trim() !== '') throw new Error('more than certificates');
  return (text.match(CERTIFICATE) ?? []).map((pem) => new X509Certificate(pem));
}

function textOf(bytes: Uint8Array, most: number, member: string): string {
  if (bytes.length > most) {
    throw validation(
      `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
    );
  }
  return Buffer.from(bytes).toString('utf8');
}

function read<T>(refusal: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationException') throw error;
    throw validation(refusal);
  }
}
