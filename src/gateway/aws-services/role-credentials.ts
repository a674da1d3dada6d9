import type { UpstreamClient } from '../../http/index.ts';
import type { AwsCredentials, TemporaryCredentials } from '../../model/index.ts';
import { type SigningKeys, sha256Hex, signRequest } from '../../sigv4/index.ts';
import { hostOf, originOf } from './origin.ts';

/** What a role is assumed with. */
export interface StsAccess {
  readonly upstream: UpstreamClient;
  readonly keys: SigningKeys;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: AwsCredentials;
}

/** The role cannot be assumed; the message is for the operator. */
export class AssumeRoleError extends Error {
  constructor(roleArn: string, reason: string) {
    super(`API Gateway does not have permission to assume the provided role ${roleArn}: ${reason}`);
    this.name = 'AssumeRoleError';
  }
}

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 65_536;

/**
 * Assumes a role (STS API reference, `AssumeRole`).
 * @throws {AssumeRoleError}
 */
export async function assumeRole(roleArn: string, sts: StsAccess, signal?: AbortSignal): Promise<TemporaryCredentials> {
  const body = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: roleArn,
    // As API Gateway calls its sessions (recorded by localstack).
    RoleSessionName: 'BackplaneAssumeRoleSession',
  }).toString();
  const url = new URL(sts.endpoint);
  const path = url.pathname;
  const headers = [
    'Host',
    hostOf(url),
    'Content-Type',
    'application/x-www-form-urlencoded; charset=utf-8',
    'Accept',
    'application/xml',
  ];
  const purpose = { region: sts.region, service: 'sts', nowMs: sts.now() };
  const request = { method: 'POST', path, query: '', headers };
  const signature = signRequest(request, sha256Hex(body), purpose, sts.credentials, sts.keys);
  try {
    const response = await sts.upstream.send(
      {
        method: 'POST',
        origin: originOf(url),
        path,
        headers: [...headers, ...signature],
        body: Buffer.from(body),
        timeoutMs: TIMEOUT_MS,
      },
      signal,
    );
    const text = (await response.readBody(MAX_ANSWER_BYTES)).toString('utf8');
    const credentials = response.status === 200 ? readCredentials(text) : undefined;
    if (credentials !== undefined) return credentials;
    throw new AssumeRoleError(roleArn, element(text, 'Message') ?? `STS answered ${response.status}.`);
  } catch (error) {
    if (error instanceof AssumeRoleError) throw error;
    throw new AssumeRoleError(roleArn, error instanceof Error ? error.message : String(error));
  }
}

function readCredentials(xml: string): TemporaryCredentials | undefined {
  const accessKeyId = element(xml, 'AccessKeyId');
  const secretAccessKey = element(xml, 'SecretAccessKey');
  const sessionToken = element(xml, 'SessionToken');
  const expiresAtMs = Date.parse(element(xml, 'Expiration') ?? '');
  if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) return undefined;
  return Number.isNaN(expiresAtMs) ? undefined : { accessKeyId, secretAccessKey, sessionToken, expiresAtMs };
}

/** The text of an element of STS's answers, which hold no markup inside of these and no entities. */
function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
