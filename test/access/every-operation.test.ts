import { ACM } from '@aws-sdk/client-acm';
import { APIGateway } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { STS } from '@aws-sdk/client-sts';
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
  ['iam', IAM, 96],
  ['sts', STS, 2],
  ['acm', ACM, 9],
  ['cognito-idp', CognitoIdentityProvider, 48],
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

/** The least input that has every required member. */
function leastInput(shape: StructureShape | undefined): object {
  const required = (shape?.members ?? []).filter((member) => member.required);
  return Object.fromEntries(required.map((member) => [member.name, leastValue(member.shape)]));
}

function leastValue(shape: Shape): unknown {
  if (shape.kind === 'structure') return leastInput(shape);
  if (shape.kind === 'union') return shape.members.slice(0, 1).map(({ name }) => ({ [name]: TEXT }))[0];
  if (shape.kind === 'list') return [leastValue(shape.member.shape)];
  const values = { string: TEXT, number: 1, boolean: true, document: {}, map: {} };
  if (shape.kind === 'timestamp') return new Date(0);
  return shape.kind === 'blob' ? Buffer.from(TEXT) : values[shape.kind];
}

/** The code of an answer; `ok` for one that is none. */
async function codeOf(client: object, { handlerName, input }: Operation): Promise<string> {
  const call: unknown = Reflect.get(client, handlerName);
  if (typeof call !== 'function') throw new Error(`The SDK has no ${handlerName}.`);
  return call.call(client, leastInput(input)).then(
    () => 'ok',
    (error: Error) => error.name,
  );
}

describe.each(CLIENTS)('%s', (schemaName, Client, least) => {
  test.each([
    ['without a policy', () => nobody],
    ['whom a policy denies everything', () => refused],
  ])('judges every operation of a caller %s', async (_, who) => {
    const { operations } = await schemas.load(schemaName);
    const client = new Client({ endpoint: controlUrl, region: 'us-east-1', credentials: who(), maxAttempts: 1 });
    const answers = new Map<string, string>();
    for (const operation of operations.values()) answers.set(operation.name, await codeOf(client, operation));
    const judged = [...answers].filter(([, code]) => /^AccessDenied(Exception)?$/.test(code));
    const others = [...answers].filter(([name, code]) => !REFUSED.test(code) && !OPEN[schemaName]?.has(name));
    expect(judged.length).toBeGreaterThanOrEqual(least);
    expect(others).toEqual([]);
  });
});
