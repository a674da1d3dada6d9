import { isIP } from 'node:net';
import type { CertificatePem } from '../../../http/index.ts';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoKeys,
  DecodedCertificate,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  nameConstraints,
  newPrivateKey,
  SIGNING,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '../../../x509/index.ts';
import { PRIVATE_DOMAINS, PRIVATE_RANGES } from './names.ts';

const DAY_MS = 86_400_000;

/** How long an authority lives: trusting it is work for people, so it is long. */
export const AUTHORITY_LIFE_MS = 3_650 * DAY_MS;
/** How long a certificate lives: Apple's systems take none that live longer than 825 days, whoever issued them. */
export const LEAF_LIFE_MS = 397 * DAY_MS;

/** Clocks differ; what is valid from this very moment is refused by a machine that is a minute behind. */
const BACKDATE_MS = 3_600_000;

/**
 * Makes a certificate authority for development: it can vouch for names and addresses of this machine and of private
 * networks only, so that trusting it is no danger on the internet.
 * @param nowMs milliseconds since the epoch
 * @param machine what tells it from others in a list of authorities
 */
export async function makeAuthority(nowMs: number, machine: string): Promise<CertificatePem> {
  const privateKey = await newPrivateKey();
  const keys = await cryptoKeys(privateKey);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [`Sallyport development CA (${machine})`] }],
    keys,
    signingAlgorithm: SIGNING,
    notBefore: new Date(nowMs - BACKDATE_MS),
    notAfter: new Date(nowMs + AUTHORITY_LIFE_MS),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      nameConstraints(PRIVATE_DOMAINS, PRIVATE_RANGES),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, privateKey };
}

/**
 * Makes a server certificate with a key of its own, signed by a development authority; never one that outlives it.
 * @param names host names and numeric addresses
 */
export async function issueLeaf(
  authority: CertificatePem,
  names: readonly string[],
  nowMs: number,
): Promise<CertificatePem> {
  const privateKey = await newPrivateKey();
  const keys = await cryptoKeys(privateKey);
  const issuer = await cryptoKeys(authority.privateKey);
  const { subjectName, notAfter } = new DecodedCertificate(authority.certificate);
  const certificate = await X509CertificateGenerator.create({
    // The subject may be empty: names stand in the extension alone, which must then be critical (RFC 5280 section 4.1.2.6).
    subject: [],
    issuer: subjectName,
    publicKey: keys.publicKey,
    signingKey: issuer.privateKey,
    signingAlgorithm: SIGNING,
    notBefore: new Date(nowMs - BACKDATE_MS),
    notAfter: new Date(Math.min(nowMs + LEAF_LIFE_MS, notAfter.getTime())),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(
        names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }) as const),
        true,
      ),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, privateKey };
}
