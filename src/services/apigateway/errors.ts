import { ServiceError } from '../../aws/index.ts';

/** The request cannot be carried out as it stands: 400 `BadRequestException`. */
export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', 400, message);
}

/** Something that the request names does not exist: 404 `NotFoundException`. */
export function notFound(message: string): ServiceError {
  return new ServiceError('NotFoundException', 404, message);
}

/** The request collides with something that exists: 409 `ConflictException`. */
export function conflict(message: string): ServiceError {
  return new ServiceError('ConflictException', 409, message);
}

/** What the request builds on was changed by another one meanwhile: 409 with AWS's text (recorded). */
export function concurrentModification(): ServiceError {
  return conflict('Unable to complete operation due to concurrent modification. Please try again later.');
}

/** AWS's texts for identifiers that name nothing, each with the account where AWS prints one (fact D164, recorded answers). */
export const missing = {
  restApi: (accountId: string, restApiId: string) =>
    notFound(`Invalid API identifier specified ${accountId}:${restApiId}`),
  resource: () => notFound('Invalid Resource identifier specified'),
  method: () => notFound('Invalid Method identifier specified'),
  response: () => notFound('Invalid Response status code specified'),
  authorizer: () => notFound('Invalid Authorizer identifier specified'),
  integration: () => notFound('Invalid Integration identifier specified'),
  model: (name: string) => notFound(`Invalid model name specified: ${name}`),
  requestValidator: () => notFound('Invalid Request Validator identifier specified'),
  gatewayResponse: () => notFound('Gateway response type not defined on api'),
  documentationPart: () => notFound('Invalid Documentation part identifier specified'),
  documentationVersion: () => notFound('Invalid Documentation version specified'),
  deployment: () => notFound('Invalid Deployment identifier specified'),
  stage: () => notFound('Invalid stage identifier specified'),
  apiKey: () => notFound('Invalid API Key identifier specified'),
  domainName: () => notFound('Invalid domain name identifier specified'),
  basePathMapping: () => notFound('Invalid base path mapping identifier specified'),
  accessAssociation: () => notFound('Invalid domain name access association identifier specified'),
  vpcLink: () => notFound('Invalid Vpc Link identifier specified'),
  clientCertificate: () => notFound('Invalid Client Certificate identifier specified'),
  usagePlan: () => notFound('Invalid Usage Plan ID specified'),
  parameter: () => notFound('Invalid parameter name specified'),
  contentType: () => notFound('Content-Type specified was not found'),
} as const;
