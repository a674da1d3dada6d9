import type { Input } from '../../../aws/index.ts';
import { functionArnOf } from '../integration-name.ts';
import type { Integration } from '../use-http-api.ts';

export const KINDS = ['function', 'http'] as const;

/** An integration as its form holds it. */
export interface IntegrationDraft {
  readonly kind: (typeof KINDS)[number];
  readonly functionArn: string;
  /** Of functions: `2.0`, or `1.0` as REST APIs have it. */
  readonly payload: string;
  /** Of functions: the role by which they are invoked; empty where their own policy says who may. */
  readonly credentials: string;
  /** Towards a server; `ANY` for the client's own. */
  readonly method: string;
  readonly url: string;
  /** What the certificate of a server must name, where not its host. */
  readonly serverName: string;
  /** Milliseconds, as typed. */
  readonly timeout: string;
  readonly description: string;
}

/** Milliseconds (API reference, CreateIntegration, `timeoutInMillis`). */
export const TIMEOUT = { min: 50, max: 30_000 } as const;

export const NEW_INTEGRATION: IntegrationDraft = {
  kind: 'function',
  functionArn: '',
  payload: '2.0',
  credentials: '',
  method: 'ANY',
  url: '',
  serverName: '',
  timeout: String(TIMEOUT.max),
  description: '',
};

export function draftOf(integration: Integration): IntegrationDraft {
  const { IntegrationType, IntegrationUri = '', IntegrationMethod, PayloadFormatVersion } = integration;
  const isFunction = IntegrationType === 'AWS_PROXY';
  return {
    kind: isFunction ? 'function' : 'http',
    functionArn: isFunction ? functionArnOf(IntegrationUri) : '',
    payload: isFunction ? (PayloadFormatVersion ?? '1.0') : NEW_INTEGRATION.payload,
    credentials: integration.CredentialsArn ?? '',
    method: isFunction ? NEW_INTEGRATION.method : (IntegrationMethod ?? 'ANY'),
    url: isFunction ? '' : IntegrationUri,
    serverName: integration.TlsConfig?.ServerNameToVerify ?? '',
    timeout: String(integration.TimeoutInMillis ?? TIMEOUT.max),
    description: integration.Description ?? '',
  };
}

/** What makes an integration what a draft says; what does not belong to its kind is taken away. */
export function settingsOf(draft: IntegrationDraft): Omit<Input<'apigatewayv2', 'createIntegration'>, 'ApiId'> {
  const { kind, functionArn, payload, credentials, method, url, serverName, timeout, description } = draft;
  const common = { Description: description.trim(), TimeoutInMillis: Number(timeout) };
  if (kind === 'function') {
    return {
      ...common,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionArn.trim(),
      PayloadFormatVersion: payload,
      CredentialsArn: credentials.trim(),
      TlsConfig: { ServerNameToVerify: '' },
    };
  }
  return {
    ...common,
    IntegrationType: 'HTTP_PROXY',
    IntegrationMethod: method,
    IntegrationUri: url.trim(),
    PayloadFormatVersion: '1.0',
    CredentialsArn: '',
    TlsConfig: { ServerNameToVerify: url.trim().startsWith('https:') ? serverName.trim() : '' },
  };
}

/** Whether there is something to send: what is wrong with it the server says better. */
export function isWhole({ kind, functionArn, url }: IntegrationDraft): boolean {
  return (kind === 'function' ? functionArn : url).trim() !== '';
}
