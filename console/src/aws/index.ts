/**
 * The AWS APIs of the server that served this page, signed with the user's own credentials: a client like any other. Every
 * operation of every service is there, typed by the SDK, routed and encoded by the service's published schema.
 */
export { type AwsClient, createAwsClient, post } from './client.ts';
export type { Credentials } from './credentials.ts';
export { isDenied, missingAction } from './denied.ts';
export { AwsError, isGone } from './error.ts';
export type { Input, OperationName, Output, Service } from './services.ts';
export { fromBase64 } from './values.ts';
