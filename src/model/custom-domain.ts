import type { BasePathMapping, DomainName, RoutingRule } from './domain-name.ts';
import type { Scope } from './scope.ts';

/**
 * A custom domain name as the data plane needs it: complete, so that no request needs the store. Every worker holds all
 * of them.
 */
export interface CustomDomain extends Pick<DomainName, 'domainName' | 'endpointAccessMode' | 'routingMode'> {
  readonly scope: Scope;
  /** Grows with every change that a request could notice. */
  readonly revision: number;
  readonly mappings: readonly BasePathMapping[];
  /** In the order of their priorities; absent where there are none. */
  readonly rules?: readonly RoutingRule[];
  /** Of a private domain name. */
  readonly access?: PrivateAccess;
  /** The oldest version of TLS that clients may speak, by its security policy. */
  readonly minTlsVersion: 'TLSv1.2' | 'TLSv1.3';
  /** The authorities that clients' certificates must come from. Absent without mutual TLS. */
  readonly truststore?: {
    /** Another for every domain name and every content. */
    readonly id: string;
    readonly pem: string;
  };
  /** The certificate of ACM that it refers to; it is shown where it is there and none was uploaded. */
  readonly certificateArn?: string;
  /** PEM: what was uploaded with the name, or that certificate of ACM; absent where the listener's own certificates serve it. */
  readonly certificate?: { readonly certificate: string; readonly privateKey: string };
}

/** How a private domain name is reached (fact D158). */
export interface PrivateAccess {
  /** `arn:aws:execute-api:REGION:ACCOUNT:/domainnames/NAME+ID`: what policies are asked about. */
  readonly arn: string;
  /** The VPC endpoints that are associated with it. */
  readonly vpcEndpointIds: readonly string[];
  /** JSON text; without one nobody may call. */
  readonly policy?: string;
}

/** Names a domain name that is gone, and the revision that it had at the end. */
export interface RemovedDomain extends Pick<CustomDomain, 'domainName' | 'revision'> {
  /** Of private ones several may have one name. */
  readonly access?: Pick<PrivateAccess, 'arn'>;
}
