import { loadSettings } from '../../server/index.ts';
import type { SigningSecret } from '../../sigv4/index.ts';
import type { CommandIo } from '../command-io.ts';
import { controlUrlOf, rootCredentialsOf } from '../root-credentials.ts';

/** Which server is called, and as whom. */
export interface Connection {
  readonly endpoint: URL;
  readonly region: string;
  readonly secret: SigningSecret;
}

/** What every command that calls a server takes. */
export interface ConnectionOptions {
  readonly endpointUrl?: string;
  readonly region?: string;
  readonly dataDir?: string;
}

/**
 * Finds the server and the credentials as the AWS CLI would, and where the environment says nothing, the server of this
 * machine with its root credentials.
 * @throws {StartError} without credentials, or for settings that cannot be read
 */
export async function connectionOf(options: ConnectionOptions, io: CommandIo): Promise<Connection> {
  const { environment } = io;
  const settings = await loadSettings(options.dataDir === undefined ? [] : ['--data-dir', options.dataDir], io);
  const endpoint =
    options.endpointUrl ??
    environment.AWS_ENDPOINT_URL_API_GATEWAY ??
    environment.AWS_ENDPOINT_URL ??
    controlUrlOf(settings) ??
    'http://127.0.0.1:4566';
  return {
    endpoint: new URL(endpoint),
    region: options.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1',
    secret: secretOf(environment) ?? (await rootCredentialsOf(settings)).credentials,
  };
}

function secretOf(environment: CommandIo['environment']): SigningSecret | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = environment;
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }) };
}
