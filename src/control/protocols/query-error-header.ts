import type { ServiceSchema } from '../schema/index.ts';
import type { ErrorDescription } from './error-values.ts';

/**
 * Services that spoke aws-query once send the old error code along, so that code written for it finds what it looks for
 * (Smithy, `awsQueryCompatible`).
 */
export function queryErrorHeader(
  { queryCode, statusCode }: ErrorDescription,
  schema: ServiceSchema | undefined,
): readonly string[] {
  if (!schema?.awsQueryCompatible) return [];
  return ['x-amzn-query-error', `${queryCode};${statusCode < 500 ? 'Sender' : 'Receiver'}`];
}
