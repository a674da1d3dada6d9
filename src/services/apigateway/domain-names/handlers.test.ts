import { beforeEach, describe, expect, it } from 'vitest';
import { issueClientIdentity } from '../../../x509/index.ts';
import { issueCertificate } from '../testing/certificates.ts';
import { ACCOUNT_ID, NOW_MS, refusal, startService, type TestService } from '../testing/service.ts';
import type { In } from '../types.ts';
import { SECURITY_POLICIES } from './security-policy.ts';

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
const isPrivate = { endpointConfiguration: { types: ['PRIVATE' as const] } };
const mutual = { mutualTlsAuthentication: { truststoreUri: 's3://bucket/ca.pem' } };
const POLICY = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}}';
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
    expect(service.domainsPublished).toMatchObject([
      { domainName: 'api.example.com' },
      {
        access: {
          arn: `arn:aws:execute-api:us-east-1:${ACCOUNT_ID}:/domainnames/api.example.com+${domainNameId}`,
          vpcEndpointIds: [],
        },
      },
    ]);
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

  it.each<[string, Create, string]>([
    ['an empty name', { domainName: ' ' }, 'No Domain Name specified'],
    ['capitals', { domainName: 'API.example.com' }, 'Invalid domain name specified'],
    ['one label', { domainName: 'localhost' }, 'Invalid domain name specified'],
    ['an address', { domainName: '127.0.0.1' }, 'Invalid domain name specified'],
    ['a wildcard within', { domainName: 'a.*.example.com' }, 'Invalid domain name specified'],
    ['a path', { domainName: 'example.com/x' }, 'Invalid domain name specified'],
    [
      'the name of an API',
      { domainName: 'abc.execute-api.example.com' },
      'A domain name cannot have execute-api as its second label.',
    ],
    [
      'a private wildcard (fact D158)',
      { domainName: '*.example.com', ...isPrivate },
      'Wildcard custom domain names are not supported for private APIs.',
    ],
    ['no type of endpoint', { endpointConfiguration: { types: [] } }, 'At least one endpoint type must be specified.'],
    [
      'a private ipv4 (fact D158)',
      { endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } },
      'Only dualstack ipAddressType is supported for private custom domain names.',
    ],
    [
      'a private enhanced policy (fact D158)',
      { ...isPrivate, securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09', endpointAccessMode: 'STRICT' },
      'Only the security policy TLS_1_2 is supported for private custom domain names.',
    ],
    ['a public policy', { policy: POLICY }, 'Policies are only supported for private custom domain names.'],
    [
      'no JSON as policy',
      { ...isPrivate, policy: 'x' },
      'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
    ],
    [
      'a certificate of another region',
      { ...regional, regionalCertificateArn: arn('eu-west-1') },
      `Invalid certificate ARN: ${arn('eu-west-1')}. Certificate must be in 'us-east-1'.`,
    ],
    [
      "another account's certificate",
      { ...regional, regionalCertificateArn: arn('us-east-1', '222222222222') },
      `Invalid certificate ARN: ${arn('us-east-1', '222222222222')}. Cross-account certificate references are not allowed.`,
    ],
    ['no ARN', { certificateArn: 'x' }, 'Invalid certificate ARN: x'],
    [
      'an enhanced policy without access mode (fact D155)',
      { ...regional, securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' },
      'Endpoint access mode is required for security policies that start with SecurityPolicy_.',
    ],
    [
      'an access mode without enhanced policy',
      { ...regional, endpointAccessMode: 'STRICT' },
      'Endpoint access mode is only supported with security policies that start with SecurityPolicy_.',
    ],
    [
      'an edge policy for a regional name',
      { ...regional, securityPolicy: 'SecurityPolicy_TLS13_2025_EDGE', endpointAccessMode: 'BASIC' },
      'Security policy SecurityPolicy_TLS13_2025_EDGE is not supported for the endpoint type REGIONAL.',
    ],
    [
      'mutual TLS on an edge (guide, rest-api-mutual-tls)',
      mutual,
      'Mutual TLS authentication is only supported for Regional custom domain names.',
    ],
    [
      'mutual TLS with TLS 1.0 (guide, rest-api-mutual-tls)',
      { ...regional, ...mutual, securityPolicy: 'TLS_1_0' },
      'Mutual TLS authentication requires a minimum TLS version of 1.2.',
    ],
    [
      'mutual TLS with an enhanced policy (fact D155)',
      { ...regional, ...mutual, securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09', endpointAccessMode: 'STRICT' },
      'Mutual TLS is not supported with security policies that start with SecurityPolicy_.',
    ],
    [
      'a verified ownership without mutual TLS',
      { ...regional, ownershipVerificationCertificateArn: arn('us-east-1') },
      'An ownership verification certificate is only supported with mutual TLS authentication.',
    ],
    [
      'a truststore elsewhere than in S3',
      { ...regional, mutualTlsAuthentication: { truststoreUri: 'https://example.com/ca.pem' } },
      'Invalid truststore URI. It must be an S3 URI.',
    ],
  ])('cannot have %s', async (_, input, message) => {
    await expect(create(input)).rejects.toMatchObject(refused(message));
    expect((await service.api.getDomainNames({}, service.call())).items).toEqual([]);
    expect(service.domainsPublished).toEqual([]);
  });

  it('is refused in the words of the service model for unknown words', async () => {
    const words = {
      endpointConfiguration: { types: ['GLOBAL'], ipAddressType: 'ipv6' },
      securityPolicy: 'SSL',
      endpointAccessMode: 'OPEN',
      routingMode: 'RANDOM',
    };
    const answer = create(words as never);
    await expect(answer).rejects.toMatchObject({ code: 'ValidationException', statusCode: 400 });
    for (const part of [
      /^5 validation errors detected: /,
      "Value '[GLOBAL]' at 'createDomainNameInput.endpointConfiguration.types' failed to satisfy constraint: ",
      "Value 'ipv6' at 'createDomainNameInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: ",
      "Value 'SSL' at 'createDomainNameInput.securityPolicy' failed to satisfy constraint: ",
      "Value 'OPEN' at 'createDomainNameInput.endpointAccessMode' failed to satisfy constraint: ",
      "Value 'RANDOM' at 'createDomainNameInput.routingMode' failed to satisfy constraint: ",
    ]) {
      await expect(answer).rejects.toThrow(part);
    }
    await expect(service.api.getDomainNames({ resourceOwner: 'NOBODY' }, service.call())).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value 'NOBODY' at 'getDomainNamesInput.resourceOwner' failed to satisfy constraint: Member must satisfy enum value set: [SELF, OTHER_ACCOUNTS]",
      ),
    );
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
    [
      '/endpointConfiguration/types/0',
      'GLOBAL',
      'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE',
    ],
    ['/endpointConfiguration/ipAddressType', 'ipv6', 'ipAddressType must be either ipv4 or dualstack.'],
    ['/securityPolicy', 'x', `Invalid security policy specified. Valid options are ${SECURITY_POLICIES.join(',')}`],
    ['/endpointAccessMode', 'x', 'Invalid endpoint access mode specified. Valid options are BASIC,STRICT'],
    [
      '/routingMode',
      'x',
      'Invalid routing mode specified. Valid options are BASE_PATH_MAPPING_ONLY,ROUTING_RULE_ONLY,ROUTING_RULE_THEN_BASE_PATH_MAPPING',
    ],
    ['/policy', POLICY, 'Policies are only supported for private custom domain names.'],
    [
      '/mutualTlsAuthentication/truststoreUri',
      's3://b/k',
      'Mutual TLS authentication is only supported for Regional custom domain names.',
    ],
  ])('refuses %s = %s and changes nothing', async (path, value, message) => {
    await create();
    const before = await get();
    await expect(update([{ op: 'replace', path, value }])).rejects.toMatchObject(refused(message));
    expect(await get()).toEqual(before);
  });

  it('sets and unsets the policies of a private one (API reference, UpdateDomainName)', async () => {
    const { domainNameId } = await create(isPrivate);
    const set = (path: string, value: string) =>
      update([{ op: 'replace', path, value }], 'api.example.com', domainNameId);
    expect(await set('/policy', POLICY)).toMatchObject({ policy: POLICY });
    expect(await set('/managementPolicy', POLICY)).toMatchObject({ policy: POLICY, managementPolicy: POLICY });
    expect(await set('/policy', '')).not.toHaveProperty('policy');
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
  const uri = mutual.mutualTlsAuthentication.truststoreUri;

  it('takes the truststore at its word when it is set, not later (guide, rest-api-mutual-tls)', async () => {
    const { certificate } = await issueClientIdentity(NOW_MS);
    service.truststores.set(uri, `text around\n${certificate}`);
    expect((await create({ ...regional, ...mutual })).mutualTlsAuthentication).toEqual({ truststoreUri: uri });
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
    expect((await create({ ...regional, ...mutual })).mutualTlsAuthentication?.truststoreWarnings).toEqual([
      'The certificate with the subject "C=US, L=Seattle, CN=ApiGateway" has expired.',
      'A certificate could not be parsed.',
    ]);
    expect(service.domainsPublished.at(-1)?.truststore?.pem).toBe(old.certificate);
  });

  it('warns of a certificate that is not valid yet, and of a weak one that stays out', async () => {
    const next = await issueClientIdentity(NOW_MS + 86_400_000);
    const weak = await issueCertificate('weak', 1024);
    service.truststores.set(uri, next.certificate + weak.certificate);
    expect((await create({ ...regional, ...mutual })).mutualTlsAuthentication?.truststoreWarnings).toEqual([
      'The certificate with the subject "C=US, L=Seattle, CN=ApiGateway" is not yet valid.',
      'The certificate with the subject "CN=weak" has a key of less than 2048 bits.',
    ]);
    expect(service.domainsPublished.at(-1)?.truststore?.pem).toBe(next.certificate);
  });

  const bad = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  // Features A11.5; the texts are ours.
  it.each([
    ['is not there', undefined, 'no such truststore'],
    ['is empty', '', 'The truststore contains no certificates.'],
    ['is too large', 'x'.repeat(1_048_577), 'The truststore can have at most 1048576 bytes.'],
    ['has too many certificates', bad.repeat(1001), 'The truststore can have at most 1000 certificates.'],
    ['has none that can be used', bad.repeat(2), 'The truststore contains no certificate that can be used.'],
  ])('refuses a truststore that %s', async (_, content, message) => {
    if (content !== undefined) service.truststores.set(uri, content);
    await expect(create({ ...regional, ...mutual })).rejects.toMatchObject(refused(message));
    await expect(get()).rejects.toMatchObject(refusal('NotFoundException', 'Invalid domain name identifier specified'));
  });

  it('is not changed under the hands of another change', async () => {
    const { certificate } = await issueClientIdentity(NOW_MS);
    service.truststores.set(uri, certificate);
    service.truststores.set(`${uri}#2`, certificate);
    service.truststores.set(`${uri}#3`, certificate);
    await create({ ...regional, ...mutual });
    const version = (value: string) =>
      update([{ op: 'replace', path: '/mutualTlsAuthentication/truststoreVersion', value }]);
    const changes = await Promise.allSettled([
      version('2'),
      update([{ op: 'replace', path: '/mutualTlsAuthentication/truststoreUri', value: '' }]),
    ]);
    const refusedChange = changes.find(({ status }) => status === 'rejected');
    // AWS's words for it are recorded (localstack, test_authorizer_crud_no_api).
    expect(refusedChange).toMatchObject({
      reason: refusal(
        'ConflictException',
        'Unable to complete operation due to concurrent modification. Please try again later.',
      ),
    });
  });
});

describe('a certificate that is uploaded with the name (API reference, CreateDomainName.certificateBody; the texts are ours)', () => {
  it('is served with its chain and key, which nobody is shown', async () => {
    const [leaf, chain] = [await issueCertificate('*.example.com'), await issueCertificate('ca.example.com')];
    const upload = { certificateBody: leaf.certificate, certificatePrivateKey: leaf.privateKey };
    const made = await create({ domainName: '*.example.com', ...upload, certificateChain: chain.certificate });
    expect(JSON.stringify(made)).not.toContain('-----BEGIN');
    expect(service.domainsPublished.at(-1)?.certificate).toMatchObject({
      certificate: leaf.certificate + chain.certificate,
      privateKey: expect.stringContaining('-----BEGIN PRIVATE KEY-----'),
    });
  });

  it('must be whole, belong to its key and cover the name', async () => {
    const [leaf, other] = [await issueCertificate('api.example.com'), await issueCertificate('other.example.com')];
    const upload = { certificateBody: leaf.certificate, certificatePrivateKey: leaf.privateKey };
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    for (const [input, message] of [
      [
        { certificateBody: leaf.certificate },
        'Certificate body and certificate private key must be specified together.',
      ],
      [{ ...upload, certificateBody: 'x' }, 'Certificate body is invalid.'],
      [{ ...upload, certificatePrivateKey: 'y' }, 'Certificate private key is invalid.'],
      [{ ...upload, certificateChain: broken }, 'Certificate chain is invalid.'],
      [
        { ...upload, certificatePrivateKey: other.privateKey },
        'Certificate private key does not match the certificate body.',
      ],
      [
        { certificateBody: other.certificate, certificatePrivateKey: other.privateKey },
        'The certificate does not cover the domain name.',
      ],
    ] as const) {
      await expect(create(input), message).rejects.toMatchObject(refused(message));
    }
    expect((await service.api.getDomainNames({}, service.call())).items).toEqual([]);
  });
});
