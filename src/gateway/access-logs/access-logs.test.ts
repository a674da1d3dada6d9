import { describe, expect, it } from 'vitest';
import { Sha256 } from '../../control/testing/signed-fetch.ts';
import type { Method, Stage } from '../../model/index.ts';
import { deriveSigningKey } from '../../sigv4/index.ts';
import type { Signer } from '../iam/index.ts';
import { closing } from '../testing/cleanup.ts';
import { returning } from '../testing/functions.ts';
import { noFunctions, startBackend, startGateway, type TestFunction } from '../testing/harness.ts';
import { TestLogSink } from '../testing/log-sink.ts';
import { SECRET, signing } from '../testing/signed.ts';
import { integration, type StageChange } from '../testing/snapshots.ts';

// Telemetry E.2; guide pages set-up-logging and api-gateway-variables-for-access-logging.
const keep = closing();
const signed = signing(Sha256);
const ACCOUNT = '123456789012';
const GROUP = 'api/access';
const destinationArn = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:${GROUP}`;
const LAMBDA = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:${ACCOUNT}:function:f/invocations`;

/** Every variable of column R (telemetry E.2.1); claims and properties of authorizers by an example. */
const NAMES = [
  'accountId',
  'apiId',
  'authenticate.error',
  'authenticate.latency',
  'authenticate.status',
  'authorize.error',
  'authorize.latency',
  'authorize.status',
  'authorizer.claims.sub',
  'authorizer.team',
  'authorizer.principalId',
  'authorizer.error',
  'authorizer.integrationLatency',
  'authorizer.integrationStatus',
  'authorizer.latency',
  'authorizer.status',
  'authorizer.requestId',
  'awsEndpointRequestId',
  'cipherSuite',
  'tlsVersion',
  'customDomain.basePathMatched',
  'customDomain.routingRuleIdMatched',
  'deploymentId',
  'domainName',
  'domainPrefix',
  'endpointType',
  'error.message',
  'error.messageString',
  'error.responseType',
  'error.validationErrorString',
  'extendedRequestId',
  'httpMethod',
  'identity.accountId',
  'identity.caller',
  'identity.user',
  'identity.userArn',
  'identity.apiKey',
  'identity.apiKeyId',
  'identity.cognitoAuthenticationProvider',
  'identity.cognitoAuthenticationType',
  'identity.cognitoIdentityId',
  'identity.cognitoIdentityPoolId',
  'identity.principalOrgId',
  'identity.sourceIp',
  'identity.userAgent',
  'identity.clientCert.clientCertPem',
  'identity.clientCert.subjectDN',
  'identity.clientCert.issuerDN',
  'identity.clientCert.serialNumber',
  'identity.clientCert.validity.notBefore',
  'identity.clientCert.validity.notAfter',
  'identity.vpcId',
  'identity.vpceId',
  'integration.error',
  'integration.latency',
  'integration.requestId',
  'integration.status',
  'integration.integrationStatus',
  'integration.responseTransferMode',
  'integration.timeToAllHeaders',
  'integration.timeToFirstContent',
  'integrationLatency',
  'integrationStatus',
  'isCanaryRequest',
  'path',
  'protocol',
  'requestId',
  'requestOverride.header.X-A',
  'requestOverride.path.id',
  'requestOverride.querystring.q',
  'responseOverride.header.X-B',
  'responseOverride.status',
  'requestTime',
  'requestTimeEpoch',
  'resourceId',
  'resourcePath',
  'responseLatency',
  'responseLength',
  'stage',
  'status',
  'waf.error',
  'waf.latency',
  'waf.status',
  'wafResponseCode',
  'webaclArn',
  'xrayTraceId',
];

interface Setup {
  readonly method: Partial<Method>;
  readonly format?: string;
  readonly run?: TestFunction;
  readonly change?: Partial<StageChange>;
  readonly stage?: Partial<Stage>;
  readonly draws?: readonly number[];
}

const credentials = {
  issueCredentials: async () => undefined,
  async findSigner(_: string, scope: { date: string; region: string; service: string }): Promise<Signer> {
    const Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
    return {
      signingKey: deriveSigningKey(SECRET, scope),
      principal: { arn: `arn:aws:iam::${ACCOUNT}:user/anna`, accountId: ACCOUNT, userId: 'AIDAANNA', userName: 'anna' },
      policies: { identity: [{ name: 'own', document: JSON.stringify({ Version: '2012-10-17', Statement }) }] },
    };
  },
};

async function start({ method, format, run = noFunctions, change = {}, stage = {}, draws = [] }: Setup) {
  const sink = new TestLogSink();
  const delivered: (readonly [string, string])[] = [];
  const every = `{${NAMES.map((name) => `"${name}":"$context.${name}"`).join(',')}}`.replace(
    '"$context.error.messageString"',
    '$context.error.messageString',
  );
  const left = [...draws];
  const harness = await keep(
    startGateway(
      {
        methods: { '/a': { ANY: method } },
        ...change,
        stage: { accessLogSettings: { format: format ?? every, destinationArn }, ...stage },
      },
      run,
      undefined,
      undefined,
      {
        logs: () => sink,
        deliveries: () => ({ deliver: (arn, line) => delivered.push([arn, line]) }),
        credentials,
        random: () => left.shift() ?? 1,
      },
    ),
  );
  /** What the log says of the first request, without what is not there. */
  const logged = async (): Promise<Readonly<Record<string, string>>> => {
    const [line = ''] = await sink.messages(GROUP, 1);
    // A dash where no failure is leaves the sample's JSON broken, as on AWS.
    const all: Record<string, string> = JSON.parse(
      line.replace('"error.messageString":-', '"error.messageString":"-"'),
    );
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '-'));
  };
  return { ...harness, sink, delivered, logged };
}

const ms = expect.stringMatching(/^\d+$/);
/** What every request has. */
const ALWAYS = {
  accountId: ACCOUNT,
  apiId: 'api1234567',
  deploymentId: 'dep123',
  domainName: 'gateway',
  domainPrefix: 'gateway',
  endpointType: 'REGIONAL',
  extendedRequestId: expect.stringMatching(/=$/),
  httpMethod: 'GET',
  'identity.sourceIp': '127.0.0.1',
  path: '/dev/a',
  protocol: 'HTTP/1.1',
  requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  requestTime: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
  requestTimeEpoch: ms,
  resourceId: 'ida',
  resourcePath: '/a',
  responseLatency: ms,
  responseLength: ms,
  stage: 'dev',
  status: '200',
  xrayTraceId: expect.stringMatching(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/),
};

describe('every variable (telemetry E.2.1)', () => {
  it('of a signed request to a backend', async () => {
    const backend = await keep(startBackend(() => ({ status: 203, body: 'four' })));
    const methodIntegration = integration({ type: 'HTTP_PROXY', uri: backend.url, httpMethod: 'GET' });
    const { callTarget, logged } = await start({ method: { authorizationType: 'AWS_IAM', methodIntegration } });
    const { target, options } = await signed({ unsigned: ['User-Agent', 'te"st'] });
    await callTarget(target, options);
    expect(await logged()).toEqual({
      ...ALWAYS,
      'authenticate.latency': ms,
      'authenticate.status': '200',
      'authorize.latency': ms,
      'authorize.status': '200',
      'identity.accountId': ACCOUNT,
      'identity.caller': 'AIDAANNA',
      'identity.user': 'AIDAANNA',
      'identity.userArn': `arn:aws:iam::${ACCOUNT}:user/anna`,
      'identity.userAgent': 'te"st',
      'integration.integrationStatus': '203',
      'integration.latency': ms,
      'integration.responseTransferMode': 'BUFFERED',
      'integration.status': '203',
      integrationLatency: ms,
      integrationStatus: '203',
      responseLength: '4',
      status: '203',
    });
  });

  it('of a function: its own status beside that of Lambda’s answer', async () => {
    const methodIntegration = integration({ type: 'AWS_PROXY', uri: LAMBDA, httpMethod: 'POST' });
    const run = returning({ statusCode: 201, body: 'x' });
    const { call, logged } = await start({ method: { methodIntegration }, run });
    await call('/a');
    expect(await logged()).toMatchObject({
      'integration.status': '201',
      'integration.integrationStatus': '200',
      integrationStatus: '200',
      status: '201',
    });
  });

  it('of a Lambda authorizer', async () => {
    const policyDocument = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }],
    };
    const authorizer = {
      id: 'auth01',
      name: 'tokens',
      type: 'TOKEN',
      authorizerUri: LAMBDA,
      identitySource: 'method.request.header.Authorization',
    } as const;
    const authorized = {
      method: { authorizationType: 'CUSTOM', authorizerId: 'auth01', methodIntegration: integration({}) },
      change: { deployment: { authorizers: [authorizer] } },
    } as const;
    const known = await start({
      ...authorized,
      run: returning({ principalId: 'anna', policyDocument, context: { team: 'blue', n: 1 } }),
    });
    await known.call('/a', { headers: ['Authorization', 't'] });
    expect(await known.logged()).toMatchObject({
      'authorize.status': '200',
      'authorizer.integrationLatency': ms,
      'authorizer.integrationStatus': '200',
      'authorizer.latency': ms,
      'authorizer.principalId': 'anna',
      'authorizer.status': '200',
      'authorizer.team': 'blue',
    });
    const unknown = await start({ ...authorized, run: returning({}) });
    await unknown.call('/a', { headers: ['Authorization', 't'] });
    expect(await unknown.logged()).toMatchObject({
      'authorizer.error': expect.stringContaining('no principalId'),
      'authorizer.status': '500',
      status: '500',
    });
  });

  it('of a request that fails', async () => {
    const methodIntegration = integration({ type: 'HTTP_PROXY', uri: 'http://127.0.0.1:1/', httpMethod: 'GET' });
    const { call, logged } = await start({ method: { methodIntegration } });
    await call('/a');
    expect(await logged()).toMatchObject({
      'error.message': 'Network error communicating with endpoint',
      'error.messageString': 'Network error communicating with endpoint',
      'error.responseType': 'INTEGRATION_FAILURE',
      'integration.error': expect.stringContaining('Execution failed due to a network error'),
      status: '504',
    });
  });

  it('of templates that override', async () => {
    const backend = await keep(startBackend());
    const template = `#set($context.requestOverride.header.X-A = "a")
      #set($context.requestOverride.path.id = "7")#set($context.requestOverride.querystring.q = "1")
      #set($context.responseOverride.header.X-B = "b")#set($context.responseOverride.status = 418){}`;
    const methodIntegration = integration({
      type: 'HTTP',
      uri: `${backend.url}/{id}`,
      httpMethod: 'POST',
      requestTemplates: { 'application/json': template },
      integrationResponses: { '200': { statusCode: '200' } },
    });
    const methodResponses = { '200': { statusCode: '200' } };
    const { call, logged } = await start({ method: { methodIntegration, methodResponses } });
    await call('/a', { method: 'POST', body: '{}' });
    expect(await logged()).toMatchObject({
      'requestOverride.header.X-A': 'a',
      'requestOverride.path.id': '7',
      'requestOverride.querystring.q': '1',
      'responseOverride.header.X-B': 'b',
      'responseOverride.status': '418',
      status: '418',
    });
  });

  it('of an answer that streams', async () => {
    const backend = await keep(startBackend(() => ({ body: 'piece' })));
    const methodIntegration = integration({
      type: 'HTTP_PROXY',
      uri: backend.url,
      httpMethod: 'GET',
      responseTransferMode: 'STREAM',
    });
    const { call, logged } = await start({ method: { methodIntegration } });
    await call('/a');
    expect(await logged()).toMatchObject({
      'integration.responseTransferMode': 'STREAMED',
      'integration.timeToAllHeaders': ms,
      'integration.timeToFirstContent': ms,
    });
  });
});

describe('formats', () => {
  const method = { methodIntegration: integration({}) };

  it.each([
    [
      'CLF',
      '$context.identity.sourceIp $context.identity.caller $context.identity.user "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.requestId',
      /^127\.0\.0\.1 - - "GET \/a HTTP\/1\.1" 500 [0-9a-f-]{36}$/,
    ],
    [
      'XML',
      '<request id="$context.requestId"><agent>$context.identity.userAgent</agent></request>',
      /^<request id="[0-9a-f-]{36}"><agent>&#60;b&#62;&#34;<\/agent><\/request>$/,
    ],
    ['CSV', '$context.identity.userAgent,$context.status,$context.requestId', /^<b>",500,[0-9a-f-]{36}$/],
    [
      'free',
      '$context.requestId: $context.status. $stageVariables.x $context.none',
      /^[0-9a-f-]{36}: 500\. \$stageVariables\.x -$/,
    ],
  ])('%s', async (_, format, expected) => {
    const { call, sink } = await start({ method, format });
    await call('/a', { headers: ['User-Agent', '<b>"'] });
    const [line] = await sink.messages(GROUP, 1);
    expect(line).toMatch(expected);
  });

  it('name the id that a client chose, and say where it was none (fact D19)', async () => {
    const { call, sink } = await start({ method, format: '$context.requestId $context.extendedRequestId' });
    const id = 'C6A2F0B1-1234-5678-9abc-def012345678';
    for (const sent of [id, 'mine']) await call('/a', { headers: ['X-Amzn-RequestId', sent] });
    const [own, replaced] = await sink.messages(GROUP, 2);
    expect(own).toMatch(new RegExp(`^${id} [\\w-]{15}=$`));
    expect(replaced).toMatch(/^UUID_REPLACED_INVALID_REQUEST_ID [\w-]{15}=$/);
  });

  it('of JSON are not broken by what a client sends', async () => {
    const format = '{"id":"$context.requestId","agent":"$context.identity.userAgent","status":"$context.status"}';
    const { call, sink } = await start({ method, format });
    const agent = 'x","status":"200';
    await call('/a', { headers: ['User-Agent', agent] });
    const [line = ''] = await sink.messages(GROUP, 1);
    expect(JSON.parse(line)).toMatchObject({ agent, status: '500' });
  });
});

it('a canary’s requests go to the stage’s group and to its own (guide page canary-release; fact D119)', async () => {
  const { call, sink } = await start({
    method: { methodIntegration: integration({}) },
    format: '$context.requestId $context.isCanaryRequest',
    stage: { canarySettings: { percentTraffic: 50, deploymentId: 'dep456', useStageCache: false } },
    draws: [0, 0.9],
  });
  await call('/a');
  await call('/a');
  const all = await sink.messages(GROUP, 2);
  expect(all.map((line) => line.split(' ')[1])).toEqual(['true', 'false']);
  expect(await sink.messages(`${GROUP}/Canary`, 1)).toEqual([all[0]]);
});

it('go to a Firehose stream instead where the stage names one (guide page apigateway-logging-to-kinesis)', async () => {
  const stream = `arn:aws:firehose:us-east-1:${ACCOUNT}:deliverystream/amazon-apigateway-x`;
  const { call, sink, delivered } = await start({
    method: { methodIntegration: integration({}) },
    stage: { accessLogSettings: { format: '$context.requestId', destinationArn: stream } },
  });
  const { headers } = await call('/a');
  while (delivered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(delivered).toEqual([[stream, headers['x-amzn-requestid']]]);
  expect(sink.events).toEqual([]);
});
