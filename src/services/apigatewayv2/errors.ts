import { ServiceError } from '../../aws/index.ts';

/** The request cannot be carried out as it stands: 400 `BadRequestException`. */
export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', 400, message);
}

/** Something that the request names does not exist: 404 `NotFoundException`. */
function notFound(message: string): ServiceError {
  return new ServiceError('NotFoundException', 404, message);
}

/** The request collides with something that exists: 409 `ConflictException`. */
export function conflict(message: string): ServiceError {
  return new ServiceError('ConflictException', 409, message);
}

/** A valid request for a feature that Sallyport does not have: refused by name, as an operation without a handler is. */
export function notSupported(feature: string): ServiceError {
  return new ServiceError('NotImplementedException', 501, `Sallyport does not support ${feature}.`);
}

/** What does not exist. Where AWS's text was not found, it is worded like those that are known. */
export const missing = {
  api: (accountId: string, apiId: string) => notFound(`Invalid API identifier specified ${accountId}:${apiId}`),
  route: () => notFound('Invalid Route identifier specified'),
  integration: () => notFound('Invalid Integration identifier specified'),
  authorizer: () => notFound('Invalid Authorizer identifier specified'),
  stage: () => notFound('Invalid stage identifier specified'),
  deployment: () => notFound('Invalid Deployment identifier specified'),
  apiMapping: () => notFound('Invalid API mapping identifier specified'),
  routingRule: () => notFound('Invalid routing rule identifier specified'),
  resource: () => notFound('Invalid resource identifier specified'),
} as const;
