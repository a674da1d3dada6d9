import { X509Certificate } from 'node:crypto';
import type { MutualTlsAuthentication } from '../../../model/index.ts';
import { type LoadTruststore, TruststoreUnreadable } from '../context.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** A truststore that can be used, with what is wrong in it. */
export interface Truststore {
  readonly pem: string;
  readonly settings: MutualTlsAuthentication;
}

/**
 * Reads the truststore that a domain name shall use. Certificates that cannot be used produce warnings and stay out; the
 * others are used all the same (fact D156; guide page rest-api-mutual-tls).
 * @throws {ServiceError} 400 when it cannot be read, is too large (features A11.5), or holds no certificate
 */
export async function readTruststore(
  { truststoreUri, truststoreVersion }: MutualTlsAuthentication,
  load: LoadTruststore,
  nowMs: number,
): Promise<Truststore> {
  if (!/^s3:\/\/[^/]+\/.+$/.test(truststoreUri)) throw badRequest('Invalid truststore URI. It must be an S3 URI.');
  const file = await load(truststoreUri, truststoreVersion).catch((error: unknown) => {
    if (error instanceof TruststoreUnreadable) throw badRequest(error.message);
    throw error;
  });
  const { bytes, certificates: most } = LIMITS.truststore;
  if (Buffer.byteLength(file) > bytes) throw badRequest(`The truststore can have at most ${bytes} bytes.`);
  const blocks = file.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw badRequest('The truststore contains no certificates.');
  if (blocks.length > most) throw badRequest(`The truststore can have at most ${most} certificates.`);
  const read = blocks.map((pem) => ({ pem, ...inspect(pem, nowMs) }));
  const usable = read.filter(({ isUsable }) => isUsable).map(({ pem }) => `${pem}\n`);
  if (usable.length === 0) throw badRequest('The truststore contains no certificate that can be used.');
  const warnings = read.flatMap(({ warning }) => warning ?? []);
  return {
    pem: usable.join(''),
    settings: {
      truststoreUri,
      ...(truststoreVersion && { truststoreVersion }),
      ...(warnings.length > 0 && { truststoreWarnings: warnings }),
    },
  };
}

/** Key sizes are the guide's ("Configuring your truststore"); one that has expired may be renewed under the same key. */
function inspect(pem: string, nowMs: number): { readonly isUsable: boolean; readonly warning?: string } {
  const certificate = parse(pem);
  if (certificate === undefined) return { isUsable: false, warning: 'A certificate could not be parsed.' };
  const subject = certificate.subject.replaceAll('\n', ', ');
  const { modulusLength = Number.POSITIVE_INFINITY } = certificate.publicKey.asymmetricKeyDetails ?? {};
  if (modulusLength < 2048) {
    return {
      isUsable: false,
      warning: `The certificate with the subject "${subject}" has a key of less than 2048 bits.`,
    };
  }
  if (Date.parse(certificate.validTo) <= nowMs) {
    return { isUsable: true, warning: `The certificate with the subject "${subject}" has expired.` };
  }
  if (Date.parse(certificate.validFrom) > nowMs) {
    return { isUsable: true, warning: `The certificate with the subject "${subject}" is not yet valid.` };
  }
  return { isUsable: true };
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
