import type { ServiceName } from '../control.ts';

/** The service part of the credential scope that a service's clients sign with (each schema's `signingName`). */
export const SIGNING_NAMES: Readonly<Record<ServiceName, string>> = {
  apigateway: 'apigateway',
  apigatewayv2: 'apigateway',
  lambda: 'lambda',
  iam: 'iam',
  sts: 'sts',
  cloudwatch: 'monitoring',
  logs: 'logs',
  'cognito-idp': 'cognito-idp',
  acm: 'acm',
};

export const SERVICE_NAMES = Object.keys(SIGNING_NAMES) as readonly ServiceName[];

/** Several services may sign with one name; the request then tells them apart. */
export function servicesSignedAs(signingName: string): readonly ServiceName[] {
  return SERVICE_NAMES.filter((name) => SIGNING_NAMES[name] === signingName);
}
