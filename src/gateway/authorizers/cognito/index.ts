/**
 * User pools: the caller brings a token that a pool has signed, the gateway checks it by the pool's public keys (guide page
 * apigateway-integrate-with-cognito, fact D96). Any issuer of OpenID Connect can stand for a pool.
 */
export { IssuerKeys, IssuerUnavailable, type UserPools } from './issuer-keys.ts';
export { compileUserPoolAuthorizer, type UserPoolAuthorizer } from './user-pool-authorizer.ts';
