import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ClientIdentity } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** The body, chain and key of `CreateDomainName`, all PEM. */
interface Upload {
  readonly certificateBody?: string | undefined;
  readonly certificateChain?: string | undefined;
  readonly certificatePrivateKey?: string | undefined;
}

/**
 * Reads a certificate that was uploaded together with its key. It must be for the domain name, and the key its own.
 * @returns undefined when nothing was uploaded
 * @throws {ServiceError} 400
 */
export function readUpload(upload: Upload, domainName: string): ClientIdentity | undefined {
  const { certificateBody, certificateChain = '', certificatePrivateKey } = upload;
  if (!certificateBody && !certificatePrivateKey) return undefined;
  if (!certificateBody || !certificatePrivateKey) {
    throw badRequest('Certificate body and certificate private key must be specified together.');
  }
  const leaf = parse('Certificate body', () => new X509Certificate(certificateBody));
  const key = parse('Certificate private key', () => createPrivateKey(certificatePrivateKey));
  if (!leaf.checkPrivateKey(key)) throw badRequest('Certificate private key does not match the certificate body.');
  if (!covers(leaf, domainName)) throw badRequest('The certificate does not cover the domain name.');
  for (const pem of certificateChain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []) {
    parse('Certificate chain', () => new X509Certificate(pem));
  }
  return {
    certificate: [certificateBody, certificateChain]
      .filter((pem) => pem.trim() !== '')
      .map((pem) => `${pem.trim()}\n`)
      .join(''),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** A wildcard domain name wants a certificate for that wildcard. */
function covers(leaf: X509Certificate, domainName: string): boolean {
  if (!domainName.startsWith('*.')) return leaf.checkHost(domainName) !== undefined;
  return leaf.checkHost(`any${domainName.slice(1)}`) !== undefined;
}

function parse<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw badRequest(`${what} is invalid.`);
  }
}
