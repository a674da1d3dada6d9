import type { IntegrationType } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** Ports that an HTTP integration may use besides those above 1024 (fact D65). */
const LOW_PORTS: readonly number[] = [80, 443];

/**
 * Checks the URI of an integration against its type.
 * @param credentials the role's ARN, wanted for AWS services other than Lambda
 * @throws {ServiceError} 400 with AWS's text
 */
export function checkUri(type: IntegrationType, uri: string | undefined, credentials: string | undefined): void {
  switch (type) {
    case 'MOCK':
      return;
    case 'HTTP':
    case 'HTTP_PROXY':
      return checkHttpUri(uri ?? '');
    case 'AWS':
    case 'AWS_PROXY':
      return checkAwsUri(type, uri ?? '', credentials);
  }
}

/** `http://` or `https://`, a host, a port that is allowed; path and stage variables may stand anywhere behind the scheme. */
function checkHttpUri(uri: string): void {
  const filled = uri.replace(/\$\{stageVariables\.\w+\}|\{[\w.:-]+\+?\}/g, '1');
  const url = /^https?:\/\//i.test(uri) && URL.canParse(filled) ? new URL(filled) : undefined;
  const port = url?.port === '' ? 80 : Number(url?.port);
  if (!url || !(LOW_PORTS.includes(port) || port > 1024 || uri.includes(':${'))) {
    throw badRequest('Invalid HTTP endpoint specified for URI');
  }
}

/**
 * `arn:aws:apigateway:REGION:[SUBDOMAIN.]SERVICE:{path|action}/...`. A proxy integration calls a function or puts records
 * into a Firehose stream (fact D67).
 */
function checkAwsUri(type: 'AWS' | 'AWS_PROXY', uri: string, credentials: string | undefined): void {
  const match = /^arn:[\w-]+:[\w-]*:[^:]*:(?<service>[^:]*):(?<target>.+)$/s.exec(uri);
  if (!match?.groups) throw badRequest('Invalid ARN specified in the request');
  const { service = '', target = '' } = match.groups;
  if (!/^(path|action)\//.test(target)) throw badRequest('AWS ARN for integration must contain path or action');
  const isLambda = service === 'lambda' && /^path\/+\d{4}-\d\d-\d\d\/functions\//.test(target);
  if (type === 'AWS_PROXY' && !isLambda && !(service === 'firehose' && target.startsWith('action/PutRecord'))) {
    throw badRequest(
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    );
  }
  if (!isLambda && !credentials) throw badRequest('Role ARN must be specified for AWS integrations');
}
