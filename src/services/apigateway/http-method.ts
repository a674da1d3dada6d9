import { HTTP_METHODS, type HttpMethod } from '../../model/index.ts';
import { badRequest } from './errors.ts';

/** @throws {ServiceError} 400 with AWS's text for a verb that API Gateway does not have */
export function readHttpMethod(httpMethod: string): HttpMethod {
  const known = HTTP_METHODS.find((method) => method === httpMethod);
  if (!known) {
    throw badRequest('Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY');
  }
  return known;
}
