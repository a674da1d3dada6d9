/** Identity providers whose tokens may assume roles (IAM user guide, "Create an OpenID Connect (OIDC) identity provider in IAM"). */
export { oidcProviderHandlers } from './handlers.ts';
