import type { LimitProfile } from '../../model/index.ts';
import { accessAssociationHandlers } from './access-associations/index.ts';
import { accountHandlers } from './account/index.ts';
import { apiKeyHandlers } from './api-keys/index.ts';
import { authorizerHandlers } from './authorizers/index.ts';
import { basePathMappingHandlers } from './base-path-mappings/index.ts';
import { clientCertificateHandlers } from './client-certificates/index.ts';
import type { ServiceContext } from './context.ts';
import { deploymentHandlers } from './deployments/index.ts';
import { documentationPartHandlers, documentationVersionHandlers } from './documentation/index.ts';
import { domainNameHandlers } from './domain-names/index.ts';
import { exportHandlers } from './export/index.ts';
import { gatewayResponseHandlers } from './gateway-responses/index.ts';
import { importHandlers } from './import/index.ts';
import { integrationHandlers, integrationResponseHandlers } from './integrations/index.ts';
import { ACCOUNT_LIMITS } from './limits.ts';
import { methodHandlers, methodResponseHandlers } from './methods/index.ts';
import { modelHandlers } from './models/index.ts';
import { QUOTAS, withQuotas } from './quotas/index.ts';
import { requestValidatorHandlers } from './request-validators/index.ts';
import { resourceHandlers } from './resources/index.ts';
import { restApiHandlers } from './rest-apis/index.ts';
import { sdkHandlers } from './sdks/index.ts';
import { stageHandlers } from './stages/index.ts';
import { tagHandlers } from './tags/index.ts';
import { testInvokeHandlers } from './test-invoke/index.ts';
import type { ApiGatewayHandlers } from './types.ts';
import { usageHandlers } from './usage/index.ts';
import { usagePlanHandlers, usagePlanKeyHandlers } from './usage-plans/index.ts';
import { vpcLinkHandlers } from './vpc-links/index.ts';

/** What the service is made of: its context, but for what follows from the profile of limits. */
export interface ApiGatewayOptions extends Omit<ServiceContext, 'limits'> {
  readonly limitProfile: LimitProfile;
}

/**
 * The API Gateway REST service over a store. Handlers throw `ServiceError` with AWS's codes and texts; each makes its changes
 * in one transaction and answers when they are durable and, where a stage changed, published.
 */
export function createApiGatewayService({ limitProfile, ...given }: ApiGatewayOptions) {
  const store = limitProfile === 'aws' ? withQuotas(given.store, QUOTAS) : given.store;
  const context: ServiceContext = { ...given, store, limits: ACCOUNT_LIMITS[limitProfile] };
  return {
    ...restApiHandlers(context),
    ...resourceHandlers(context),
    ...methodHandlers(context),
    ...methodResponseHandlers(context),
    ...integrationHandlers(context),
    ...integrationResponseHandlers(context),
    ...authorizerHandlers(context),
    ...modelHandlers(context),
    ...requestValidatorHandlers(context),
    ...gatewayResponseHandlers(context),
    ...documentationPartHandlers(context),
    ...documentationVersionHandlers(context),
    ...importHandlers(context),
    ...exportHandlers(context),
    ...sdkHandlers(context),
    ...deploymentHandlers(context),
    ...stageHandlers(context),
    ...testInvokeHandlers(context),
    ...apiKeyHandlers(context),
    ...usagePlanHandlers(context),
    ...usagePlanKeyHandlers(context),
    ...usageHandlers(context),
    ...domainNameHandlers(context),
    ...basePathMappingHandlers(context),
    ...accessAssociationHandlers(context),
    ...vpcLinkHandlers(context),
    ...clientCertificateHandlers(context),
    ...accountHandlers(context),
    ...tagHandlers(context),
  } satisfies ApiGatewayHandlers;
}
