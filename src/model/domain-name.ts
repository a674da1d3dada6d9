import type { EndpointConfiguration } from './rest-api.ts';

/** A `DomainName` as AWS describes it (API reference, `DomainName`; features A11). */
export interface DomainName {
  /** A host name in lower case, perhaps with a leading `*.`. */
  readonly domainName: string;
  /** Only of private domain names, which others may have of the same name (fact D158). */
  readonly domainNameId?: string;
  readonly domainNameArn: string;
  readonly certificateName?: string;
  readonly certificateArn?: string;
  /** Seconds since the epoch. */
  readonly certificateUploadDate?: number;
  readonly regionalDomainName?: string;
  readonly regionalHostedZoneId?: string;
  readonly regionalCertificateName?: string;
  readonly regionalCertificateArn?: string;
  readonly distributionDomainName?: string;
  readonly distributionHostedZoneId?: string;
  /** Of both types while it migrates from one to the other. */
  readonly endpointConfiguration: EndpointConfiguration;
  readonly domainNameStatus: 'AVAILABLE' | 'UPDATING' | 'PENDING';
  readonly securityPolicy: string;
  /** Goes together with a security policy of the name `SecurityPolicy_*` (fact D155). */
  readonly endpointAccessMode?: 'BASIC' | 'STRICT';
  readonly mutualTlsAuthentication?: MutualTlsAuthentication;
  readonly ownershipVerificationCertificateArn?: string;
  /** JSON text; who may associate with a private domain name. */
  readonly managementPolicy?: string;
  /** JSON text; who may call through a private domain name. */
  readonly policy?: string;
  readonly routingMode: RoutingMode;
  readonly tags: Readonly<Record<string, string>>;
}

export interface MutualTlsAuthentication {
  readonly truststoreUri: string;
  readonly truststoreVersion?: string;
  /** What is wrong with certificates in the truststore; they do not keep it from being used (fact D156). */
  readonly truststoreWarnings?: readonly string[];
}

export const ROUTING_MODES = [
  'BASE_PATH_MAPPING_ONLY',
  'ROUTING_RULE_ONLY',
  'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
] as const;
export type RoutingMode = (typeof ROUTING_MODES)[number];

/** A `BasePathMapping` as AWS describes it (API reference, `BasePathMapping`; facts D149, D150). */
export interface BasePathMapping {
  /** How the second version of the API names it; the first knows it by its base path. */
  readonly apiMappingId: string;
  /** Whole segments without a slash at either end, or `(none)`. */
  readonly basePath: string;
  /** Of a REST or an HTTP API. */
  readonly restApiId: string;
  /** Absent where the next segment of the path names the stage. */
  readonly stage?: string;
}

/**
 * A `RoutingRule` as AWS describes it (API reference of version 2, `RoutingRule`; facts D151, D152). Public domain names alone
 * have them.
 */
export interface RoutingRule {
  readonly RoutingRuleId: string;
  readonly RoutingRuleArn: string;
  /** 1 to 1,000,000, unique within the domain name: the lowest is asked first. */
  readonly Priority: number;
  /** All must hold; none of them at all always do. */
  readonly Conditions: readonly RoutingRuleCondition[];
  /** Exactly one. */
  readonly Actions: readonly RoutingRuleAction[];
}

/** One of its two members is there. */
export interface RoutingRuleCondition {
  readonly MatchBasePaths?: { readonly AnyOf: readonly string[] };
  readonly MatchHeaders?: { readonly AnyOf: readonly { readonly Header: string; readonly ValueGlob: string }[] };
}

export interface RoutingRuleAction {
  readonly InvokeApi: { readonly ApiId: string; readonly Stage: string; readonly StripBasePath: boolean };
}

/** A `DomainNameAccessAssociation` as AWS describes it: the VPC endpoint that a private domain name answers through. */
export interface DomainNameAccessAssociation {
  readonly domainNameAccessAssociationArn: string;
  readonly domainNameArn: string;
  readonly accessAssociationSourceType: 'VPCE';
  /** The id of a VPC endpoint. */
  readonly accessAssociationSource: string;
  readonly tags: Readonly<Record<string, string>>;
}
