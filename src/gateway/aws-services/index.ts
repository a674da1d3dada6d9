/**
 * AWS services as a client of theirs sees them: what an integration's URI names, where that is found, how its operations are
 * named, and how a request to it is signed. It knows no method and no integration.
 */
export { FORM_FIELDS, jsonActionFields } from './action-fields.ts';
export { AwsSigner, NoCredentialsError } from './aws-signer.ts';
export { AssumeRoleError } from './role-credentials.ts';
export { type ServiceEndpoint, serviceEndpoint } from './service-endpoint.ts';
export { parseServiceUri, type ServiceUri } from './service-uri.ts';
