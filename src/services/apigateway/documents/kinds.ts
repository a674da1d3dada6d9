import type {
  AccountSettings,
  ApiKey,
  ApiSnapshot,
  Authorizer,
  BasePathMapping,
  ClientCertificate,
  ClientIdentity,
  Deployment,
  DocumentationPart,
  DocumentationVersion,
  DomainName,
  DomainNameAccessAssociation,
  GatewayResponse,
  Model,
  RequestValidator,
  Resource,
  RestApi,
  RoutingRule,
  Scope,
  Stage,
  UsagePlan,
  VpcLink,
} from '../../../model/index.ts';
import type { QuotaUsage } from '../../../rate-limit/index.ts';
import { defineKind, defineSealedKind } from '../../../store/index.ts';

/** By `apiId`. */
export const restApis = defineKind<RestApi>('RestApi');

/** Where an API lives, by `apiId` in the installation's scope: keeps ids unique over all accounts and regions. */
export const restApiScopes = defineKind<Scope>('RestApiScope');

/** By `apiId/resourceId`, with everything declared on the resource inside. */
export const resources = defineKind<Resource>('Resource');

/** A resource's id by `apiId/parentId/pathPart`: finds children and namesakes without reading every resource. */
export const resourceNames = defineKind<string>('ResourceName');

/** By `apiId/authorizerId`. */
export const authorizers = defineKind<Authorizer>('Authorizer');

/** By `apiId/modelName`. */
export const models = defineKind<Model>('Model');

/** By `apiId/validatorId`. */
export const requestValidators = defineKind<RequestValidator>('RequestValidator');

/** Those that an API defines itself, by `apiId/responseType`. */
export const gatewayResponses = defineKind<GatewayResponse>('GatewayResponse');

/** By `apiId/partId`. */
export const documentationParts = defineKind<DocumentationPart>('DocumentationPart');

/** A part's id by `apiId/` and the SHA-256 of its location in hexadecimal: keeps locations unique. */
export const documentationPartLocations = defineKind<string>('DocumentationPartLocation');

/** By `apiId/` and the version in hexadecimal, for it may be any text. */
export const documentationVersions = defineKind<DocumentationVersion>('DocumentationVersion');

/** The parts that a version froze, under the version's id. */
export const documentationSnapshots = defineKind<readonly DocumentationPart[]>('DocumentationSnapshot');

/** By `apiId/deploymentId`. */
export const deployments = defineKind<Deployment>('Deployment');

/** By `apiId/deploymentId`. */
export const apiSnapshots = defineKind<ApiSnapshot>('ApiSnapshot');

/** A stage with the revision that it has been given with its last change. */
export interface StageDocument {
  readonly stage: Stage;
  /** Whether the API's default endpoint was closed when a stage of it was last changed (fact D17); absent in older documents. */
  readonly isClosed?: boolean;
  /** See `StageRef.revision`. */
  readonly revision: number;
}

/** By `apiId/stageName`. */
export const stages = defineKind<StageDocument>('Stage');

/** The last revision given to any stage or domain name, in the installation's scope. */
export const stageRevisions = defineKind<number>('StageRevision');

/** By `keyId`. */
export const apiKeys = defineSealedKind<ApiKey>('ApiKey');

/** A key's id by the SHA-256 of its value in hexadecimal: keeps values unique. */
export const apiKeyValues = defineKind<string>('ApiKeyValue');

/** By `planId`. */
export const usagePlans = defineKind<UsagePlan>('UsagePlan');

/** A key's id by `planId/keyId`: the keys of a plan. */
export const usagePlanKeys = defineKind<string>('UsagePlanKey');

/** A plan's id by `keyId/planId`: the plans of a key. */
export const apiKeyPlans = defineKind<string>('ApiKeyPlan');

/** What a key has used of a plan, by `planId/keyId`. */
export const usages = defineKind<QuotaUsage>('Usage');

/** A domain name with its mappings and routing rules, which are read and served together. */
export interface DomainNameDocument {
  readonly domain: DomainName;
  /** In the order of their base paths. */
  readonly mappings: readonly BasePathMapping[];
  /** In the order of their priorities; absent where there have never been any. */
  readonly rules?: readonly RoutingRule[];
  /** See `CustomDomain.revision`. */
  readonly revision: number;
}

/** By `domainName`, or `domainName+domainNameId` where it is private. */
export const domainNames = defineKind<DomainNameDocument>('DomainName');

/** Where a public domain name lives, by `domainName` in the installation's scope: a request's host names nothing else. */
export const domainNameScopes = defineKind<Scope>('DomainNameScope');

/** PEM of a domain name's truststore as it was when it was set, by the id of its document. */
export const truststores = defineKind<string>('Truststore');

/** A certificate that was uploaded with its key, by the id of the domain name's document; the key is never answered. */
export const domainCertificates = defineSealedKind<ClientIdentity>('DomainCertificate');

/** By the last part of its ARN. */
export const accessAssociations = defineKind<DomainNameAccessAssociation>('DomainNameAccessAssociation');

/** By `vpcLinkId`. */
export const vpcLinks = defineKind<VpcLink>('VpcLink');

/** By `clientCertificateId`. */
export const clientCertificates = defineKind<ClientCertificate>('ClientCertificate');

/** The private key (PEM, PKCS #8) of a client certificate, by `clientCertificateId`; it is never answered. */
export const clientCertificateKeys = defineSealedKind<string>('ClientCertificateKey');

/** What an account has set in a region; one document a scope, `account`. */
export const accounts = defineKind<AccountSettings>('Account');

/** The scope of what belongs to no account: no credential scope can name it. */
export const installation: Scope = { accountId: '-', region: '-' };
