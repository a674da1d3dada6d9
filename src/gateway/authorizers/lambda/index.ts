/**
 * Lambda authorizers: a function is told of the caller and answers a policy. Guide pages api-gateway-lambda-authorizer-input
 * and api-gateway-lambda-authorizer-output; facts D87 to D95.
 */
export { compileLambdaAuthorizer } from './lambda-authorizer.ts';
