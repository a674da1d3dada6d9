import { randomUUID } from 'node:crypto';
import { IAM } from '@aws-sdk/client-iam';
import type { Credentials } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../../src/control/testing/signed-fetch.ts';
import { credentials, type Key, type Sallyport } from './sallyport.ts';
import { createApi, known, type Sdk } from './sdk.ts';

export const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
export const allow = (Action: string | string[], Resource = '*') => ({ Effect: 'Allow', Action, Resource });
export const deny = (Action: string, Resource = '*') => ({ ...allow(Action, Resource), Effect: 'Deny' });

/** IAM as the root user, or as somebody else. */
export function iamClient({ controlUrl }: Pick<Sallyport, 'controlUrl'>, who: Key = credentials): IAM {
  return new IAM({ endpoint: controlUrl, region: 'us-east-1', credentials: who, maxAttempts: 1 });
}

/** A user with a key, and an inline policy `own` of these statements. */
export async function createUser(iam: IAM, ...statements: readonly object[]): Promise<Key & { readonly name: string }> {
  const name = `user-${randomUUID()}`;
  await iam.createUser({ UserName: name });
  if (statements.length > 0) {
    await iam.putUserPolicy({ UserName: name, PolicyName: 'own', PolicyDocument: policy(...statements) });
  }
  const { AccessKey } = await iam.createAccessKey({ UserName: name });
  return { name, accessKeyId: known(AccessKey?.AccessKeyId), secretAccessKey: known(AccessKey?.SecretAccessKey) };
}

/** The key of a session, as STS gives it. */
export function keyOf(made: Credentials | undefined): Key {
  return {
    accessKeyId: known(made?.AccessKeyId),
    secretAccessKey: known(made?.SecretAccessKey),
    sessionToken: known(made?.SessionToken),
  };
}

/** An API whose `/who` needs AWS_IAM and says `$context.identity` of whoever calls. */
export async function deployWho(
  { gatewayUrl }: Pick<Sallyport, 'gatewayUrl'>,
  root: Sdk,
  resourcePolicy?: object,
): Promise<{ readonly url: string; readonly id: string }> {
  const { restApiId, resourceId } = await createApi(root, 'who');
  const address = { restApiId, resourceId, httpMethod: 'ANY' };
  if (resourcePolicy !== undefined) {
    const value = JSON.stringify(resourcePolicy);
    await root.apis.updateRestApi({ restApiId, patchOperations: [{ op: 'replace', path: '/policy', value }] });
  }
  await root.apis.putMethod({ ...address, authorizationType: 'AWS_IAM' });
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await root.apis.putIntegration({ ...address, type: 'MOCK', requestTemplates });
  await root.apis.putMethodResponse({ ...address, statusCode: '200' });
  const said = ['accountId', 'accessKey', 'caller', 'user', 'userArn'].map((name) => `$context.identity.${name}`);
  const responseTemplates = { 'application/json': said.join(' ') };
  await root.apis.putIntegrationResponse({ ...address, statusCode: '200', responseTemplates });
  await root.apis.createDeployment({ restApiId, stageName: 'dev' });
  return { id: restApiId, url: `${gatewayUrl}/_aws/execute-api/${restApiId}/dev/who` };
}

/** What a test changes about a signed request before it is sent. */
export interface Signing {
  readonly method?: string;
  readonly at?: Date;
  spoil?(headers: Record<string, string>): Record<string, string>;
}

/** Calls a method, signed; each time on a connection of its own, so that several workers serve some. */
export async function callSigned(
  url: string,
  who: Key,
  { method = 'GET', at = new Date(), spoil = (headers) => headers }: Signing = {},
): Promise<{ readonly status: number; readonly body: string }> {
  const { host, hostname, pathname } = new URL(url);
  const signer = new SignatureV4({ credentials: who, region: 'us-east-1', service: 'execute-api', sha256: Sha256 });
  const request = { method, protocol: 'http:', hostname, path: pathname, headers: { host } };
  const { headers } = await signer.sign(request, { signingDate: at });
  const response = await fetch(url, { method, headers: { ...spoil(headers), connection: 'close' } });
  return { status: response.status, body: await response.text() };
}

/** The statuses of many calls at once. */
export async function statusesOf(url: string, who: Key): Promise<ReadonlySet<number>> {
  const answers = await Promise.all(Array.from({ length: 12 }, () => callSigned(url, who)));
  return new Set(answers.map(({ status }) => status));
}
