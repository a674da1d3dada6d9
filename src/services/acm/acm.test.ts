import { beforeAll, describe, expect, it } from 'vitest';
import { issue, type TestIdentity } from './testing/certificates.ts';
import { ACCOUNT_ID, call, NOW_MS, startAcm, type TestAcm } from './testing/service.ts';

// API reference of AWS Certificate Manager; texts as users of AWS report them. The certificates are made by @peculiar/x509.
const DAY_MS = 86_400_000;
let shop: TestIdentity;
let other: TestIdentity;
let old: TestIdentity;
beforeAll(async () => {
  [shop, other, old] = await Promise.all([
    issue('shop.test', NOW_MS),
    issue('other.test', NOW_MS),
    issue('old.test', NOW_MS - 100 * DAY_MS),
  ]);
});

const input = ({ certificate, privateKey, authority }: TestIdentity) => ({
  Certificate: Buffer.from(certificate),
  PrivateKey: Buffer.from(privateKey),
  CertificateChain: Buffer.from(authority),
});
async function imported(pools?: TestAcm) {
  const started = pools ?? (await startAcm());
  const { CertificateArn: arn = '' } = await started.api.importCertificate(input(shop), call());
  return { ...started, arn };
}

describe('an import', () => {
  it('is described as its certificate says', async () => {
    const { api, arn } = await imported();
    expect(arn).toMatch(new RegExp(`^arn:aws:acm:us-east-1:${ACCOUNT_ID}:certificate/[0-9a-f-]{36}$`));
    const { Certificate } = await api.describeCertificate({ CertificateArn: arn }, call());
    expect(Certificate).toEqual({
      CertificateArn: arn,
      DomainName: 'shop.test',
      SubjectAlternativeNames: ['shop.test', '*.shop.test'],
      Serial: '0a:1b:2c:3d',
      Subject: 'CN=shop.test',
      Issuer: 'Test Authority',
      CreatedAt: new Date(NOW_MS),
      ImportedAt: new Date(NOW_MS),
      Status: 'ISSUED',
      NotBefore: new Date(NOW_MS - DAY_MS),
      NotAfter: new Date(NOW_MS + 90 * DAY_MS),
      KeyAlgorithm: 'EC_prime256v1',
      SignatureAlgorithm: 'SHA256WITHECDSA',
      InUseBy: [],
      Type: 'IMPORTED',
      KeyUsages: [{ Name: 'DIGITAL_SIGNATURE' }],
      ExtendedKeyUsages: [{ Name: 'TLS_WEB_SERVER_AUTHENTICATION', OID: '1.3.6.1.5.5.7.3.1' }],
      RenewalEligibility: 'INELIGIBLE',
      Options: { CertificateTransparencyLoggingPreference: 'DISABLED', Export: 'DISABLED' },
    });
    const later = call({ nowMs: NOW_MS + 90 * DAY_MS });
    expect((await api.describeCertificate({ CertificateArn: arn }, later)).Certificate?.Status).toBe('EXPIRED');
  });

  it('is got back without its key, and shown with its chain', async () => {
    const { api, arn, published } = await imported();
    const got = await api.getCertificate({ CertificateArn: arn }, call());
    expect(got).toEqual({ Certificate: shop.certificate, CertificateChain: shop.authority });
    expect(published.get(arn)).toEqual({
      certificate: shop.certificate + shop.authority,
      privateKey: expect.stringContaining('BEGIN PRIVATE KEY'),
    });
  });

  it('takes the place of another under the same ARN, and keeps its tags', async () => {
    const { api, arn, published } = await imported();
    await api.addTagsToCertificate({ CertificateArn: arn, Tags: [{ Key: 'a', Value: '1' }] }, call());
    const again = await api.importCertificate({ CertificateArn: arn, ...input(other) }, call());
    expect(again.CertificateArn).toBe(arn);
    expect((await api.describeCertificate({ CertificateArn: arn }, call())).Certificate?.DomainName).toBe('other.test');
    expect((await api.listTagsForCertificate({ CertificateArn: arn }, call())).Tags).toEqual([
      { Key: 'a', Value: '1' },
    ]);
    expect(published.get(arn)?.certificate).toContain(other.certificate);
    const tagged = { CertificateArn: arn, ...input(shop), Tags: [{ Key: 'b', Value: '2' }] };
    await expect(api.importCertificate(tagged, call())).rejects.toThrow('Tagging is not permitted on re-import.');
  });

  it.each<[string, () => Partial<ReturnType<typeof input>>, string]>([
    [
      'no certificate',
      () => ({ Certificate: Buffer.from('x') }),
      'The certificate is not PEM-encoded or is not valid.',
    ],
    [
      'two certificates',
      () => ({ Certificate: Buffer.from(shop.certificate + shop.authority) }),
      'The certificate field contains more than one certificate. You can specify only one certificate in this field.',
    ],
    ['no key', () => ({ PrivateKey: Buffer.from('x') }), 'The private key is not PEM-encoded or is not valid.'],
    [
      'the key of another',
      () => ({ PrivateKey: Buffer.from(other.privateKey) }),
      'The private key does not match the certificate.',
    ],
    [
      'no chain',
      () => ({ CertificateChain: Buffer.from('x') }),
      'The certificate chain is not PEM-encoded or is not valid.',
    ],
    [
      'the chain of another',
      () => ({ CertificateChain: Buffer.from(other.authority) }),
      'The index within the chain of the invalid certificate is: 0',
    ],
    [
      'a chain missing',
      () => ({ CertificateChain: Buffer.from('') }),
      'Please provide either a valid self-signed certificate or certificate chain.',
    ],
    ['an old certificate', () => input(old), 'The certificate has expired, is not valid.'],
    [
      'a large certificate',
      () => ({ Certificate: Buffer.alloc(32_769) }),
      "Value at 'certificate' failed to satisfy constraint",
    ],
  ])('with %s is refused', async (_, change, message) => {
    const { api, published } = await startAcm();
    await expect(api.importCertificate({ ...input(shop), ...change() }, call())).rejects.toMatchObject({
      code: 'ValidationException',
      statusCode: 400,
      message: expect.stringContaining(message),
    });
    expect(published.size).toBe(0);
  });
});

describe('a certificate', () => {
  it('is listed with whether it is used, which is asked once for all of them', async () => {
    const started = await startAcm();
    const { arn } = await imported(started);
    await imported(started);
    started.users.set(arn, ['arn:aws:apigateway:us-east-1::/domainnames/shop.test']);
    const before = started.timesAsked();
    const Includes = { keyTypes: ['EC_prime256v1' as const] };
    const { CertificateSummaryList = [] } = await started.api.listCertificates({ Includes }, call());
    expect(started.timesAsked() - before).toBe(1);
    expect(CertificateSummaryList).toHaveLength(2);
    expect(CertificateSummaryList.filter(({ InUse }) => InUse).map((one) => one.CertificateArn)).toEqual([arn]);
  });

  it('is deleted when nothing refers to it', async () => {
    const { api, arn, users, published } = await imported();
    users.set(arn, ['arn:aws:apigateway:us-east-1::/domainnames/shop.test']);
    await expect(api.deleteCertificate({ CertificateArn: arn }, call())).rejects.toMatchObject({
      code: 'ResourceInUseException',
      message: `Certificate ${arn} in account ${ACCOUNT_ID} is in use.`,
    });
    users.clear();
    await api.deleteCertificate({ CertificateArn: arn }, call());
    expect(published.size).toBe(0);
    await expect(api.describeCertificate({ CertificateArn: arn }, call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: `Could not find certificate ${arn}.`,
    });
  });

  it.each([
    'x',
    'arn:aws:acm:eu-west-1:111111111111:certificate/a',
    'arn:aws:acm:us-east-1:222222222222:certificate/a',
  ])('is not called %s here', async (CertificateArn) => {
    const { api } = await startAcm();
    await expect(api.getCertificate({ CertificateArn }, call())).rejects.toMatchObject({ code: 'InvalidArnException' });
  });

  it('has tags, which go by key and by value', async () => {
    const { api, arn } = await imported();
    const tag = (Key: string, Value?: string) => ({ Key, ...(Value !== undefined && { Value }) });
    await api.addTagsToCertificate({ CertificateArn: arn, Tags: [tag('a', '1'), tag('b', '2'), tag('c')] }, call());
    await api.removeTagsFromCertificate({ CertificateArn: arn, Tags: [tag('a'), tag('b', 'other')] }, call());
    const { Tags } = await api.listTagsForCertificate({ CertificateArn: arn }, call());
    expect(Tags).toEqual([tag('b', '2'), tag('c', '')]);
    const many = Array.from({ length: 51 }, (_, index) => tag(`k${index}`));
    await expect(api.addTagsToCertificate({ CertificateArn: arn, Tags: many }, call())).rejects.toMatchObject({
      code: 'TooManyTagsException',
    });
  });
});

// API reference, `Filters.keyTypes`: without it RSA keys of up to 2048 bits alone.
it('listings show what was asked for, page by page', async () => {
  const started = await startAcm();
  const { api } = started;
  for (const each of [shop, other]) await api.importCertificate(input(each), call());
  expect((await api.listCertificates({}, call())).CertificateSummaryList).toEqual([]);
  const Includes = { keyTypes: ['EC_prime256v1'] };
  const first = await api.listCertificates({ Includes, MaxItems: 1 }, call());
  const second = await api.listCertificates({ Includes, MaxItems: 1, NextToken: first.NextToken }, call());
  const names = [first, second].flatMap((page) => page.CertificateSummaryList?.map(({ DomainName }) => DomainName));
  expect(names.sort()).toEqual(['other.test', 'shop.test']);
  expect(second.NextToken).toBeUndefined();
  const expired = await api.listCertificates({ Includes, CertificateStatuses: ['EXPIRED'] }, call());
  expect(expired.CertificateSummaryList).toEqual([]);
});

describe('a request', () => {
  it('is ordered, waited for, and shown when it is issued', async () => {
    const { acm, api, ordered, published } = await startAcm();
    const request = { DomainName: 'shop.test', SubjectAlternativeNames: ['www.shop.test'], ValidationMethod: 'DNS' };
    const { CertificateArn: arn = '' } = await api.requestCertificate({ ...request, IdempotencyToken: 'a' }, call());
    const again = await api.requestCertificate({ ...request, IdempotencyToken: 'a' }, call());
    expect([again.CertificateArn, ordered]).toEqual([arn, [arn]]);
    const describe = async () => (await api.describeCertificate({ CertificateArn: arn }, call())).Certificate;
    expect(await describe()).toMatchObject({
      Status: 'PENDING_VALIDATION',
      Type: 'AMAZON_ISSUED',
      SubjectAlternativeNames: ['shop.test', 'www.shop.test'],
      DomainValidationOptions: [{ ValidationStatus: 'PENDING_VALIDATION' }, { ValidationStatus: 'PENDING_VALIDATION' }],
    });
    await expect(api.getCertificate({ CertificateArn: arn }, call())).rejects.toMatchObject({
      code: 'RequestInProgressException',
    });
    const identity = { certificate: shop.certificate + shop.authority, privateKey: shop.privateKey };
    expect(await acm.issued(arn, identity, NOW_MS)).toBe(true);
    expect(await describe()).toMatchObject({ Status: 'ISSUED', IssuedAt: new Date(NOW_MS), Issuer: 'Test Authority' });
    expect(published.get(arn)).toEqual(identity);
  });

  it('that cannot be had here is refused with the reason, and leaves nothing', async () => {
    const { api } = await startAcm('the setting acme-agree-to-terms is off');
    await expect(api.requestCertificate({ DomainName: 'shop.test' }, call())).rejects.toMatchObject({
      code: 'NotImplementedException',
      message: 'Sallyport does not support RequestCertificate here: the setting acme-agree-to-terms is off.',
    });
    expect((await api.listCertificates({}, call())).CertificateSummaryList).toEqual([]);
  });

  it.each(['a', 'a..test', '-a.test', 'a b.test'])('for %s is refused', async (DomainName) => {
    const { api } = await startAcm();
    await expect(api.requestCertificate({ DomainName }, call())).rejects.toMatchObject({ code: 'ValidationException' });
  });

  it('that was given up stays so', async () => {
    const { acm, api } = await startAcm();
    const { CertificateArn: arn = '' } = await api.requestCertificate({ DomainName: 'shop.test' }, call());
    await acm.timedOut(arn);
    expect((await api.describeCertificate({ CertificateArn: arn }, call())).Certificate?.Status).toBe(
      'VALIDATION_TIMED_OUT',
    );
    expect(await acm.requested()).toEqual([]);
  });
});
