import { generateKeyPair, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from './library.ts';

const SIGNING = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const YEAR_MS = 365 * 86_400_000;

/** As in the certificates that AWS's documentation prints. */
const NAME = [{ C: ['US'] }, { L: ['Seattle'] }, { CN: ['ApiGateway'] }];

/**
 * Makes what a stage shows to its backends: a certificate that vouches for itself, RSA of 2048 bits, valid for a year
 * (features A5.8). Whoever runs a backend trusts exactly this certificate.
 * @param nowMs milliseconds since the epoch
 * @returns both as PEM, the key as PKCS #8
 */
export async function issueClientIdentity(
  nowMs: number,
): Promise<{ readonly certificate: string; readonly privateKey: string }> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const keys = {
    privateKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, SIGNING, false, ['sign']),
    publicKey: await webcrypto.subtle.importKey('spki', spki, SIGNING, true, ['verify']),
  };
  const notBeforeMs = Math.floor(nowMs / 1000) * 1000;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: NAME,
    keys,
    signingAlgorithm: SIGNING,
    notBefore: new Date(notBeforeMs),
    notAfter: new Date(notBeforeMs + YEAR_MS),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificate: `${certificate.toString('pem')}\n`,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
