import {
  BasicConstraintsExtension,
  cryptoKeys,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  newPrivateKey,
  SIGNING,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '../../../x509/index.ts';

const DAY_MS = 86_400_000;

/** A certificate with its key and the authority that issued it, all PEM. */
export interface TestIdentity {
  readonly certificate: string;
  readonly privateKey: string;
  readonly authority: string;
}

/** A new certificate for a name and all names below it, by an authority of its own. */
export async function issue(name: string, nowMs: number, lifeMs = 90 * DAY_MS): Promise<TestIdentity> {
  const [authorityKeys, privateKey] = [await cryptoKeys(await newPrivateKey()), await newPrivateKey()];
  const keys = await cryptoKeys(privateKey);
  const life = { notBefore: new Date(nowMs - DAY_MS), notAfter: new Date(nowMs + lifeMs), signingAlgorithm: SIGNING };
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...life,
    name: 'O=Test Authority, CN=Test Authority 1',
    keys: authorityKeys,
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)],
  });
  const leaf = await X509CertificateGenerator.create({
    ...life,
    subject: `CN=${name}`,
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    serialNumber: '0a1b2c3d',
    extensions: [
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([name, `*.${name}`].map((value) => ({ type: 'dns' as const, value }))),
    ],
  });
  return {
    certificate: `${leaf.toString('pem')}\n`,
    privateKey,
    authority: `${authority.toString('pem')}\n`,
  };
}

/** A new certificate that signed itself. */
export async function issueSelfSigned(
  name: string,
  nowMs: number,
): Promise<Pick<TestIdentity, 'certificate' | 'privateKey'>> {
  const privateKey = await newPrivateKey();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + 90 * DAY_MS),
    signingAlgorithm: SIGNING,
    name: `CN=${name}`,
    keys: await cryptoKeys(privateKey),
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  });
  return { certificate: `${certificate.toString('pem')}\n`, privateKey };
}
