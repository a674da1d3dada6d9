import { type KeyObject, X509Certificate } from 'node:crypto';

/** What ACM says of a certificate (API reference, `CertificateDetail`). */
export interface CertificateFacts {
  readonly domainName: string;
  /** The domain name first. */
  readonly names: readonly string[];
  readonly serial: string;
  readonly subject: string;
  readonly issuer: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly keyAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly keyUsages: readonly string[];
  readonly extendedKeyUsages: readonly { readonly Name: string; readonly OID: string }[];
}

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'EC_prime256v1',
  secp384r1: 'EC_secp384r1',
  secp521r1: 'EC_secp521r1',
};
/** RFC 5280 section 4.2.1.3, by bit, in the words of ACM. */
const USAGES: readonly (readonly [bit: number, name: string])[] = [
  [1, 'DIGITAL_SIGNATURE'],
  [2, 'NON_REPUDIATION'],
  [4, 'KEY_ENCIPHERMENT'],
  [8, 'DATA_ENCIPHERMENT'],
  [16, 'KEY_AGREEMENT'],
  [32, 'CERTIFICATE_SIGNING'],
  [64, 'CRL_SIGNING'],
  [128, 'ENCIPHER_ONLY'],
  [256, 'DECIPHER_ONLY'],
];
/** RFC 5280 section 4.2.1.12. */
const EXTENDED: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'TLS_WEB_SERVER_AUTHENTICATION',
  '1.3.6.1.5.5.7.3.2': 'TLS_WEB_CLIENT_AUTHENTICATION',
  '1.3.6.1.5.5.7.3.3': 'CODE_SIGNING',
  '1.3.6.1.5.5.7.3.4': 'EMAIL_PROTECTION',
  '1.3.6.1.5.5.7.3.8': 'TIME_STAMPING',
  '1.3.6.1.5.5.7.3.9': 'OCSP_SIGNING',
};

/** @param pem one certificate */
export async function readFacts(pem: string): Promise<CertificateFacts> {
  const leaf = new X509Certificate(pem);
  const { DecodedCertificate, ExtendedKeyUsageExtension, KeyUsagesExtension } = await import('../../../x509/index.ts');
  const decoded = new DecodedCertificate(pem);
  const usages = decoded.getExtension(KeyUsagesExtension)?.usages ?? 0;
  const extended = decoded.getExtension(ExtendedKeyUsageExtension)?.usages ?? [];
  const alternatives = [...(leaf.subjectAltName ?? '').matchAll(/DNS:([^,\s"]+)/g)].map(([, name = '']) => name);
  // A name may stand in the extension alone; Node.js then gives no subject, whatever its types say.
  const subject: string = leaf.subject ?? '';
  const domainName = fieldOf(subject, 'CN') ?? alternatives[0] ?? '';
  return {
    domainName,
    names: [...new Set([domainName, ...alternatives])].filter((name) => name !== ''),
    serial: leaf.serialNumber.toLowerCase().replace(/(..)(?=.)/g, '$1:'),
    subject: subject.split('\n').join(','),
    issuer: fieldOf(leaf.issuer, 'O') ?? fieldOf(leaf.issuer, 'CN') ?? leaf.issuer,
    notBeforeMs: Date.parse(leaf.validFrom),
    notAfterMs: Date.parse(leaf.validTo),
    keyAlgorithm: keyAlgorithmOf(leaf.publicKey) ?? 'CUSTOM',
    signatureAlgorithm: signatureOf(decoded.signatureAlgorithm),
    keyUsages: USAGES.filter(([bit]) => (usages & bit) !== 0).map(([, name]) => name),
    extendedKeyUsages: extended.map((oid) => ({ Name: EXTENDED[String(oid)] ?? 'CUSTOM', OID: String(oid) })),
  };
}

/** Undefined for a key that ACM takes none of (user guide, "Prerequisites for importing certificates"). */
export function keyAlgorithmOf({ asymmetricKeyType, asymmetricKeyDetails: details }: KeyObject): string | undefined {
  const bits = details?.modulusLength ?? 0;
  if (asymmetricKeyType === 'rsa') return [1024, 2048, 3072, 4096].includes(bits) ? `RSA_${bits}` : undefined;
  return asymmetricKeyType === 'ec' ? CURVES[details?.namedCurve ?? ''] : undefined;
}

/** `SHA256WITHRSA`, `SHA384WITHECDSA`. */
function signatureOf({
  name = '',
  hash,
}: {
  readonly name?: string;
  readonly hash?: { readonly name: string };
}): string {
  const digest = (hash?.name ?? '').replace('-', '');
  return `${digest}WITH${name.startsWith('RSA') ? 'RSA' : name}`;
}

function fieldOf(name: string, field: string): string | undefined {
  const line = name.split('\n').find((part) => part.startsWith(`${field}=`));
  return line?.slice(field.length + 1);
}
