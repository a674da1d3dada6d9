/**
 * The data plane: from a parsed request to its response, by the plan of the stage that it names. It knows snapshots, not
 * the store, and no AWS service but the ones it integrates with. A request goes through `addressing/`, `stages/`,
 * `compile/` (router) and the phases of `pipeline/` to one of `integrations/` and back.
 */
export type { UserPools } from './authorizers/index.ts';
export { AwsSigner, serviceEndpoint } from './aws-services/index.ts';
export { createGateway } from './create-gateway.ts';
export type { Gateway, GatewayEnvironment, GatewayUsage, RequestAddress, StagePlan } from './gateway.ts';
export type { CredentialDirectory, Signer } from './iam/index.ts';
export { createMemoryCache } from './response-cache/index.ts';
export { previewTemplate, type TemplatePreview } from './templates/index.ts';
export { createAuthorizerTester, createMethodTester } from './test-invoke/index.ts';
export { readBucketId } from './usage-plans/index.ts';
