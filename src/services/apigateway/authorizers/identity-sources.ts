import { badRequest } from '../errors.ts';
import { invalidExpression } from '../mapping-expressions.ts';

const TOKEN_SOURCE = /^method\.request\.header\.[a-zA-Z0-9._-]+$/;
/** What the guide lists for REQUEST authorizers (page configure-api-gateway-lambda-authorization-with-console). */
const REQUEST_SOURCE =
  /^(method\.request\.(header|querystring)\.[a-zA-Z0-9._$-]+|context\.[a-zA-Z0-9._-]+|stageVariables\.\w+)$/;

/** @throws {ServiceError} 400 with AWS's text (recorded, serverless issue 4428) */
export function checkTokenSource(source: string | undefined): void {
  if (source !== undefined && TOKEN_SOURCE.test(source)) return;
  throw badRequest(
    `Invalid token source expression: ${source ?? 'null'}. The source must be a method request header, matching 'method.request.header.[a-zA-Z0-9._-]+'.`,
  );
}

/**
 * The sources of a REQUEST authorizer, a comma-separated list.
 * @param isNeeded whether there must be one, because decisions are kept by them (fact D89)
 * @throws {ServiceError} 400
 */
export function checkIdentitySources(sources: string | undefined, isNeeded: boolean): void {
  if (sources === undefined || sources === '') {
    if (!isNeeded) return;
    throw badRequest('Identity source must be set if authorizer caching is enabled (TTL is greater than 0)');
  }
  const wrong = sources.split(',').find((source) => !REQUEST_SOURCE.test(source.trim()));
  if (wrong !== undefined) throw invalidExpression(wrong.trim());
}
