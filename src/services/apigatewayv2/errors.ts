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

/** What does not exist. Where AWS's text was not found, it is worded like those that are known. */
export const missing = {
  apiMapping: () => notFound('Invalid API mapping identifier specified'),
  routingRule: () => notFound('Invalid routing rule identifier specified'),
} as const;
