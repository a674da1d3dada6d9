import { beforeEach, describe, expect, it } from 'vitest';
import { issueClientIdentity } from '../../../x509/index.ts';
import { ACCOUNT_ID, NOW_MS, refusal, startService, type TestService } from '../testing/service.ts';
import type { In } from '../types.ts';

// Shapes are the API reference's (`DomainName`), texts AWS's where its users report them.
let service: TestService;
beforeEach(async () => {
  service = await startService();
});

type Create = Partial<In<'createDomainName'>>;
const create = (input: Create = {}) =>
  service.api.createDomainName({ domainName: 'api.example.com', ...input }, service.call());
const get = (domainName = 'api.example.com', domainNameId?: string) =>
  service.api.getDomainName({ domainName, ...(domainNameId && { domainNameId }) }, service.call());
const update = (
  patchOperations: NonNullable<In<'updateDomainName'>['patchOperations']>,
  domainName = 'api.example.com',
  domainNameId?: string,
) =>
  service.api.updateDomainName({ domainName, patchOperations, ...(domainNameId && { domainNameId }) }, service.call());
const arn = (region: string, account = ACCOUNT_ID) => `arn:aws:acm:${region}:${account}:certificate/0a1b-2c3d`;
const regional = { endpointConfiguration: { types: ['REGIONAL' as const] } };
const refused = (message: string) => refusal('BadRequestException', message);

describe('a new domain name', () => {
  it('is edge-optimized and speaks TLS 1.2 unless told otherwise', async () => {
    const created = await create({ certificateArn: arn('us-east-1'), certificateName: 'c' });
    expect(created).toEqual({
      domainName: 'api.example.com',
      domainNameArn: 'arn:aws:apigateway:us-east-1::/domainnames/api.example.com',
      certificateArn: arn('us-east-1'),
      certificateName: 'c',
      certificateUploadDate: new Date(Math.floor(NOW_MS / 1000) * 1000),
      distributionDomainName: expect.stringMatching(/^d[a-z0-9]{13}\.cloudfront\.net$/),
      distributionHostedZoneId: 'Z2FDTNDATAQYW2',
      domainNameStatus: 'AVAILABLE',
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
      routingMode: 'BASE_PATH_MAPPING_ONLY',
      securityPolicy: 'TLS_1_2',
    });
    expect(await get()).toEqual({ ...created, tags: {} });
    expect(service.domainsPublished).toMatchObject([{ domainName: 'api.example.com', mappings: [] }]);
  });

  it('is regional where asked, with a name and zone of its region', async () => {
    expect(await create({ ...regional, regionalCertificateArn: arn('us-east-1') })).toMatchObject({
      regionalDomainName: expect.stringMatching(/^d-[a-z0-9]{10}\.execute-api\.us-east-1\.amazonaws\.com$/),
      regionalHostedZoneId: 'Z1UJRXOUMOOFQ8',
      regionalCertificateArn: arn('us-east-1'),
      endpointConfiguration: { types: ['REGIONAL'] },
    });
  });

  it('is private where asked: of an id, dualstack, and of the same name as a public one (fact D158)', async () => {
    await create();
    const made = await create({
      endpointConfiguration: { types: ['PRIVATE'] },
      policy:
        '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*" } }',
    });
    const { domainNameId = '' } = made;
    expect(made).toMatchObject({
      domainNameId: expect.stringMatching(/^[a-z0-9]{6}$/),
      domainNameArn: `arn:aws:apigateway:us-east-1:${ACCOUNT_ID}:/domainnames/api.example.com+${domainNameId}`,
      endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack' },
      policy: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}}',
    });
    expect(made).not.toHaveProperty('distributionDomainName');
    expect((await get('api.example.com')).domainNameId).toBeUndefined();
    expect((await get('api.example.com', domainNameId)).domainNameId).toBe(domainNameId);
    expect(service.domainsPublished).toHaveLength(1);
    await service.api.deleteDomainName({ domainName: 'api.example.com', domainNameId }, service.call());
    await get('api.example.com');
  });

  it('is taken once in the installation, whatever the region', async () => {
    await create();
    await expect(create()).rejects.toMatchObject(refused('The domain name you provided already exists.'));
    await expect(
      service.api.createDomainName({ domainName: 'api.example.com' }, service.call({ region: 'eu-west-1' })),
    ).rejects.toMatchObject(refused('The domain name you provided already exists.'));
    await service.api.deleteDomainName({ domainName: 'api.example.com' }, service.call());
    await create();
  });

  it.each<[string, Create, string?]>([
    ['an empty name', { domainName: ' ' }, 'No Domain Name specified'],
    ['capitals', { domainName: 'API.example.com' }],
    ['one label', { domainName: 'localhost' }],
    ['an address', { domainName: '127.0.0.1' }],
    ['a wildcard within', { domainName: 'a.*.example.com' }],
    ['a path', { domainName: 'example.com/x' }],
    ['the name of an API', { domainName: 'abc.execute-api.example.com' }],
    ['a private wildcard', { domainName: '*.example.com', endpointConfiguration: { types: ['PRIVATE'] } }],
    ['a public policy', { policy: '{}' }],
    ['no JSON as policy', { endpointConfiguration: { types: ['PRIVATE'] }, policy: 'x' }],
    [
      'a certificate of another region',
      { ...regional, regionalCertificateArn: arn('eu-west-1') },
      `Invalid certificate ARN: ${arn('eu-west-1')}. Certificate must be in 'us-east-1'.`,
    ],
    [
      "another account's certificate",
      { ...regional, regionalCertificateArn: arn('us-east-1', '222222222222') },
      'Cross-account certificate references are not allowed.',
    ],
    ['no ARN', { certificateArn: 'x' }],
    [
      'an enhanced policy without access mode (fact D155)',
      { ...regional, securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' },
    ],
    ['an access mode without enhanced policy', { ...regional, endpointAccessMode: 'STRICT' }],
    [
      'an edge policy for a regional name',
      { ...regional, securityPolicy: 'SecurityPolicy_TLS13_2025_EDGE', endpointAccessMode: 'BASIC' },
    ],
    ['mutual TLS on an edge (guide, rest-api-mutual-tls)', { mutualTlsAuthentication: { truststoreUri: 's3://b/k' } }],
    ['half of a certificate', { certificateBody: 'x' }],
    ['a certificate that is none', { certificateBody: 'x', certificatePrivateKey: 'y' }],
  ])('cannot have %s', async (_, input, message) => {
    await expect(create(input)).rejects.toMatchObject({
      code: 'BadRequestException',
      ...(message && { message }),
    });
    expect((await service.api.getDomainNames({}, service.call())).items).toEqual([]);
    expect(service.domainsPublished).toEqual([]);
  });

  it('is refused in the words of the service model for unknown words', async () => {
    await expect(create({ securityPolicy: 'SSL' as never })).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining("Value 'SSL' at 'createDomainNameInput.securityPolicy' failed"),
    });
  });
});

describe('a change of a domain name', () => {
  it('migrates it from edge to regional (guide, apigateway-regional-api-custom-domain-migrate)', async () => {
    await create({ certificateArn: arn('us-east-1') });
    const both = await update([
      { op: 'add', path: '/endpointConfiguration/types', value: 'REGIONAL' },
      { op: 'add', path: '/regionalCertificateArn', value: arn('us-east-1') },
    ]);
    expect(both.endpointConfiguration?.types).toEqual(['EDGE', 'REGIONAL']);
    expect(both.distributionDomainName).toBeDefined();
    expect(both.regionalDomainName).toBeDefined();
    const one = await update([
      { op: 'remove', path: '/endpointConfiguration/types', value: 'EDGE' },
      { op: 'remove', path: '/certificateArn' },
    ]);
    expect(one.endpointConfiguration?.types).toEqual(['REGIONAL']);
    expect(one).not.toHaveProperty('distributionDomainName');
    expect(one).not.toHaveProperty('certificateArn');
    expect(one.regionalDomainName).toBe(both.regionalDomainName);
  });

  it('sets policy, access mode and routing mode, and unsets the access mode with an empty text', async () => {
    await create(regional);
    expect(
      await update([
        { op: 'replace', path: '/securityPolicy', value: 'SecurityPolicy_TLS13_1_3_2025_09' },
        { op: 'replace', path: '/endpointAccessMode', value: 'STRICT' },
        { op: 'replace', path: '/routingMode', value: 'ROUTING_RULE_ONLY' },
      ]),
    ).toMatchObject({ endpointAccessMode: 'STRICT', routingMode: 'ROUTING_RULE_ONLY' });
    expect(service.domainsPublished.at(-1)).toMatchObject({ minTlsVersion: 'TLSv1.3', endpointAccessMode: 'STRICT' });
    const back = await update([
      { op: 'replace', path: '/securityPolicy', value: 'TLS_1_2' },
      { op: 'replace', path: '/endpointAccessMode', value: '' },
    ]);
    expect(back).not.toHaveProperty('endpointAccessMode');
  });

  it.each([
    ['/domainName', 'x', 'Invalid patch path /domainName'],
    ['/endpointConfiguration/types/0', 'PRIVATE', 'Cannot migrate between public and private custom domain names.'],
    ['/securityPolicy', 'x', /^Invalid security policy specified/],
    ['/routingMode', 'x', /^Invalid routing mode specified/],
  ])('refuses %s = %s and changes nothing', async (path, value, message) => {
    await create();
    const before = await get();
    await expect(update([{ op: 'replace', path, value }])).rejects.toMatchObject({
      code: 'BadRequestException',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
    expect(await get()).toEqual(before);
  });

  it('wants the domain name to be there', async () => {
    for (const call of [get('no.example.com'), update([], 'no.example.com'), get('../x')]) {
      await expect(call).rejects.toMatchObject(
        refusal('NotFoundException', 'Invalid domain name identifier specified'),
      );
    }
  });
});

it('domain names are listed page by page, wildcards among them', async () => {
  for (const domainName of ['b.example.com', '*.example.com', 'a.example.com']) await create({ domainName });
  const first = await service.api.getDomainNames({ limit: 1 }, service.call());
  const rest = await service.api.getDomainNames({ position: first.position }, service.call());
  const names = [...(first.items ?? []), ...(rest.items ?? [])].map(({ domainName }) => domainName);
  expect(names).toEqual(['*.example.com', 'a.example.com', 'b.example.com']);
  expect((await service.api.getDomainNames({ resourceOwner: 'OTHER_ACCOUNTS' }, service.call())).items).toEqual([]);
});

describe('mutual TLS', () => {
  const uri = 's3://bucket/ca.pem';
  const mutual = { ...regional, mutualTlsAuthentication: { truststoreUri: uri } };

  it('takes the truststore at its word when it is set, not later (guide, rest-api-mutual-tls)', async () => {
    const { certificate } = await issueClientIdentity(NOW_MS);
    service.truststores.set(uri, `text around\n${certificate}`);
    expect((await create(mutual)).mutualTlsAuthentication).toEqual({ truststoreUri: uri });
    expect(service.domainsPublished.at(-1)?.truststore?.pem).toBe(certificate);
    service.truststores.delete(uri);
    await update([{ op: 'replace', path: '/routingMode', value: 'ROUTING_RULE_ONLY' }]);
    expect(service.domainsPublished.at(-1)?.truststore?.pem).toBe(certificate);
    service.truststores.set(`${uri}#2`, certificate.repeat(2));
    const next = await update([{ op: 'replace', path: '/mutualTlsAuthentication/truststoreVersion', value: '2' }]);
    expect(next.mutualTlsAuthentication).toEqual({ truststoreUri: uri, truststoreVersion: '2' });
    expect(service.domainsPublished.at(-1)?.truststore?.pem).toBe(certificate.repeat(2));
    await update([{ op: 'replace', path: '/mutualTlsAuthentication/truststoreUri', value: '' }]);
    expect(service.domainsPublished.at(-1)).not.toHaveProperty('truststore');
    expect(await get()).not.toHaveProperty('mutualTlsAuthentication');
  });

  it('warns of what cannot be used, and uses the rest (fact D156)', async () => {
    const old = await issueClientIdentity(NOW_MS - 400 * 86_400_000);
    const bad = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    service.truststores.set(uri, old.certificate + bad);
    expect((await create(mutual)).mutualTlsAuthentication?.truststoreWarnings).toEqual([
      'The certificate with the subject "C=US, L=Seattle, CN=ApiGateway" has expired.',
      'A certificate could not be parsed.',
    ]);
    expect(service.domainsPublished.at(-1)?.truststore?.pem).toBe(old.certificate);
  });

  it.each([
    ['is not there', undefined],
    ['is empty', ''],
    ['is too large', 'x'.repeat(1_048_577)],
  ])('refuses a truststore that %s', async (_, content) => {
    if (content !== undefined) service.truststores.set(uri, content);
    await expect(create(mutual)).rejects.toMatchObject({ code: 'BadRequestException' });
    await expect(get()).rejects.toMatchObject({ code: 'NotFoundException' });
  });
});
