/**
 * Authorizers: who says whether a method may be called. Functions that are given a token (TOKEN) or the request (REQUEST),
 * and user pools (COGNITO_USER_POOLS). Guide pages apigateway-use-lambda-authorizer, apigateway-integrate-with-cognito.
 */
export { newAuthorizer } from './create.ts';
export { authorizerHandlers } from './handlers.ts';
