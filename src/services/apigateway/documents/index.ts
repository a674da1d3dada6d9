/**
 * How an API lies in the store: the kinds of documents, their ids, and reading and writing one entity at a time. Nobody
 * else in the service spells a document's id. Every reader throws AWS's "not found" of its entity.
 */
export {
  associatedEndpoints,
  dropAccessAssociation,
  findAccessAssociation,
  putAccessAssociation,
  requireAccessAssociation,
} from './access-associations.ts';
export { findAccount, putAccount } from './accounts.ts';
export {
  apiKeyDigest,
  dropApiKey,
  findApiKey,
  findApiKeyByValue,
  putApiKey,
  requireApiKey,
} from './api-keys.ts';
export { allAuthorizers, dropAuthorizer, findAuthorizer, putAuthorizer, requireAuthorizer } from './authorizers.ts';
export {
  dropClientCertificate,
  findClientCertificate,
  findClientIdentity,
  putClientCertificate,
  putClientCertificateKey,
  requireClientCertificate,
} from './client-certificates.ts';
export {
  dropDeployment,
  findDeployment,
  findSnapshot,
  putDeployment,
  putSnapshot,
  requireDeployment,
} from './deployments.ts';
export {
  allDocumentationParts,
  documentationPartsOf,
  dropDocumentationPart,
  dropDocumentationVersion,
  findDocumentationPartId,
  findDocumentationVersion,
  hasDocumentationPart,
  putDocumentationPart,
  putDocumentationSnapshot,
  putDocumentationVersion,
  requireDocumentationPart,
  requireDocumentationVersion,
} from './documentation.ts';
export {
  type DomainFiles,
  dropDomainName,
  findDomainFiles,
  findDomainName,
  isDomainNameTaken,
  mappingsTo,
  putDomainFiles,
  putDomainName,
  putServedDomainName,
  requireDomainName,
} from './domain-names.ts';
export {
  allGatewayResponses,
  dropGatewayResponse,
  findGatewayResponse,
  putGatewayResponse,
} from './gateway-responses.ts';
export { documentId, insideApi } from './key.ts';
export {
  accessAssociations,
  apiKeyPlans,
  apiKeys,
  authorizers,
  clientCertificates,
  type DomainNameDocument,
  deployments,
  documentationParts,
  documentationVersions,
  domainNames,
  models,
  requestValidators,
  resources,
  restApis,
  stages,
  usagePlanKeys,
  usagePlans,
  usages,
  vpcLinks,
} from './kinds.ts';
export { allModels, dropModel, findModel, putModel, requireModel } from './models.ts';
export {
  allRequestValidators,
  dropRequestValidator,
  findRequestValidator,
  putRequestValidator,
  requireRequestValidator,
} from './request-validators.ts';
export {
  allResources,
  descendants,
  dropName,
  dropResource,
  findChildName,
  hasResource,
  putResource,
  requireResource,
} from './resources.ts';
export {
  claimRestApiId,
  deleteRestApiTree,
  hasRestApi,
  isRestApiIdTaken,
  putRestApi,
  releaseRestApiId,
  requireRestApi,
} from './rest-apis.ts';
export {
  dropStage,
  findStage,
  nextRevision,
  putServedStage,
  putStage,
  requireStage,
  serveStage,
  stageRef,
  stagesOf,
} from './stages.ts';
export {
  closeApiStages,
  dropUsagePlan,
  findUsagePlan,
  joinUsagePlan,
  keysOfPlan,
  leaveUsagePlan,
  plansOfKey,
  putUsagePlan,
  requireUsagePlan,
} from './usage-plans.ts';
export { dropVpcLink, findVpcLink, putVpcLink, requireVpcLink } from './vpc-links.ts';
