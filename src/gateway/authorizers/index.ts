/**
 * Who says whether a request may pass: functions that are given a token or the request (`lambda/`), and user pools
 * (`cognito/`). An authorizer is compiled once a stage; what it decided is kept with the stage's plan and forgotten with it.
 * What cannot be resolved admits nobody. Guide pages apigateway-use-lambda-authorizer, apigateway-integrate-with-cognito.
 */
export { type Authorization, type Authorize, type AuthorizerScope, NO_AUTHORIZER } from './authorize.ts';
export { IssuerKeys, IssuerUnavailable, type UserPoolAuthorizer, type UserPools } from './cognito/index.ts';
export { type CompiledAuthorizers, compileAuthorizers } from './compile-authorizers.ts';
export { methodArn } from './method-arn.ts';
