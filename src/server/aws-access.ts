import { homedir } from 'node:os';
import type { AwsAccess, AwsCredentials } from '../model/index.ts';
import { profileCredentials } from './aws-profile.ts';
import type { Settings } from './settings/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Names of services in the SDKs' variables (`AWS_ENDPOINT_URL_SFN`) that are other names in integration URIs; the rest are the
 * same in lower case (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
 */
const URI_NAMES: Readonly<Record<string, string>> = {
  CLOUDWATCH: 'monitoring',
  CLOUDWATCH_LOGS: 'logs',
  COGNITO_IDENTITY_PROVIDER: 'cognito-idp',
  EVENTBRIDGE: 'events',
  IOT_DATA_PLANE: 'iotdata',
  SECRETS_MANAGER: 'secretsmanager',
  SES: 'email',
  SFN: 'states',
};

const SERVICE_VARIABLE = /^AWS_ENDPOINT_URL_([A-Z0-9_]+)$/;

/**
 * How integrations reach AWS services: by the settings, then by the variables that every AWS SDK knows.
 * @param environment the process's
 */
export function awsAccess(settings: Settings, environment: Environment): AwsAccess {
  const ignored = environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true';
  const standard = ignored ? {} : standardEndpoints(environment);
  const { '*': all, ...single } = { ...standard, ...settings.serviceEndpoints };
  const credentials =
    ownCredentials(settings) ?? standardCredentials(environment) ?? profileCredentials(environment, homedir());
  return {
    endpoints: single,
    ...(all !== undefined && { defaultEndpoint: all }),
    ...(credentials && { credentials }),
  };
}

function standardEndpoints(environment: Environment): Record<string, string> {
  const endpoints: Record<string, string> = {};
  if (environment.AWS_ENDPOINT_URL) endpoints['*'] = environment.AWS_ENDPOINT_URL;
  for (const [variable, url] of Object.entries(environment)) {
    const name = SERVICE_VARIABLE.exec(variable)?.[1];
    if (name !== undefined && url) endpoints[URI_NAMES[name] ?? name.toLowerCase().replaceAll('_', '-')] = url;
  }
  return endpoints;
}

function ownCredentials({ awsAccessKeyId, awsSecretAccessKey, awsSessionToken }: Settings): AwsCredentials | undefined {
  if (awsAccessKeyId === undefined || awsSecretAccessKey === undefined) return undefined;
  return {
    accessKeyId: awsAccessKeyId,
    secretAccessKey: awsSecretAccessKey.reveal(),
    ...(awsSessionToken && { sessionToken: awsSessionToken.reveal() }),
  };
}

function standardCredentials(environment: Environment): AwsCredentials | undefined {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
}
