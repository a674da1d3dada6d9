import type { Input } from '../../../../aws/index.ts';
import { type Patch, valuePatches } from '../../../../data/index.ts';
import { type DomainName, typesOf } from '../use-domain-names.ts';

/** What can be set of a domain name; empty where there is nothing. */
export interface DomainDraft {
  /** One type, or `EDGE,REGIONAL` while it migrates. */
  readonly type: string;
  readonly certificateArn: string;
  readonly securityPolicy: string;
  /** For policies whose name begins with `SecurityPolicy_` alone, which need it. */
  readonly endpointAccessMode: string;
  readonly routingMode: string;
  readonly truststoreUri: string;
  readonly truststoreVersion: string;
}

export const NEW: DomainDraft = {
  type: 'REGIONAL',
  certificateArn: '',
  securityPolicy: 'TLS_1_2',
  endpointAccessMode: '',
  routingMode: 'BASE_PATH_MAPPING_ONLY',
  truststoreUri: '',
  truststoreVersion: '',
};

export function draftOf(domain: DomainName): DomainDraft {
  const { securityPolicy = '', endpointAccessMode = '', routingMode = '', mutualTlsAuthentication = {} } = domain;
  const type = typesOf(domain).join(',');
  return {
    type,
    certificateArn: domain[certificateMember(type)] ?? '',
    securityPolicy,
    endpointAccessMode,
    routingMode,
    truststoreUri: mutualTlsAuthentication.truststoreUri ?? '',
    truststoreVersion: mutualTlsAuthentication.truststoreVersion ?? '',
  };
}

/** What follows from a choice: policies are of some endpoint types, modes of some policies, mutual TLS of neither all. */
export function consistent(draft: DomainDraft): DomainDraft {
  const securityPolicy = policiesOf(draft.type).includes(draft.securityPolicy) ? draft.securityPolicy : 'TLS_1_2';
  const endpointAccessMode = isEnhanced(securityPolicy) ? draft.endpointAccessMode || 'BASIC' : '';
  const next = { ...draft, securityPolicy, endpointAccessMode };
  return canHaveMutualTls(next) ? next : { ...next, truststoreUri: '', truststoreVersion: '' };
}

/** A choice with what follows from it, and nothing else. */
export function changesBy(draft: DomainDraft, changes: Partial<DomainDraft>): Partial<DomainDraft> {
  const next = consistent({ ...draft, ...changes });
  const names = Object.keys(next) as (keyof DomainDraft)[];
  return Object.fromEntries(names.filter((name) => next[name] !== draft[name]).map((name) => [name, next[name]]));
}

/** `CreateDomainName`'s input. @param policy JSON, for a private one */
export function createInput(
  domainName: string,
  draft: DomainDraft,
  policy: string,
): Input<'apigateway', 'createDomainName'> {
  const { type, certificateArn, truststoreUri, truststoreVersion } = draft;
  return {
    domainName,
    endpointConfiguration: { types: [type as 'REGIONAL' | 'EDGE' | 'PRIVATE'] },
    ...(certificateArn !== '' && { [certificateMember(type)]: certificateArn }),
    securityPolicy: draft.securityPolicy as 'TLS_1_2',
    ...(draft.endpointAccessMode !== '' && { endpointAccessMode: draft.endpointAccessMode as 'BASIC' }),
    routingMode: draft.routingMode as 'ROUTING_RULE_ONLY',
    ...(truststoreUri !== '' && {
      mutualTlsAuthentication: { truststoreUri, ...(truststoreVersion !== '' && { truststoreVersion }) },
    }),
    ...(type === 'PRIVATE' && policy.trim() !== '' && { policy }),
  };
}

/** `UpdateDomainName`'s operations that make one into the other (API reference, "Patch Operations"). */
export function domainPatches(before: DomainDraft, after: DomainDraft): readonly Patch[] {
  const [was, is] = [certificateMember(before.type), certificateMember(after.type)];
  const isMoved = was !== is;
  return [
    ...typePatches(before.type, after.type),
    ...(isMoved ? valuePatches(`/${was}`, before.certificateArn, '') : []),
    ...valuePatches(`/${is}`, isMoved ? '' : before.certificateArn, after.certificateArn),
    ...valuePatches('/securityPolicy', before.securityPolicy, after.securityPolicy),
    ...valuePatches('/endpointAccessMode', before.endpointAccessMode, after.endpointAccessMode),
    ...valuePatches('/routingMode', before.routingMode, after.routingMode),
    ...valuePatches('/mutualTlsAuthentication/truststoreUri', before.truststoreUri, after.truststoreUri),
    // Without a URI there is no version either.
    ...(after.truststoreUri === ''
      ? []
      : valuePatches('/mutualTlsAuthentication/truststoreVersion', before.truststoreVersion, after.truststoreVersion)),
  ];
}

function typePatches(before: string, after: string): readonly Patch[] {
  if (before === after) return [];
  const gone = before.split(',').filter((type) => !after.split(',').includes(type));
  const path = '/endpointConfiguration/types';
  if (!before.includes(',')) return [{ op: 'replace', path: `${path}/${before}`, value: after }];
  return gone.map((type) => ({ op: 'remove', path: `${path}/${type}` }));
}

/** A regional endpoint has a certificate of its own; edge-optimized and private ones share a member. */
function certificateMember(type: string): 'regionalCertificateArn' | 'certificateArn' {
  return type.includes('REGIONAL') ? 'regionalCertificateArn' : 'certificateArn';
}

export function isEnhanced(securityPolicy: string): boolean {
  return securityPolicy.startsWith('SecurityPolicy_');
}

export function canHaveMutualTls({ type, securityPolicy }: DomainDraft): boolean {
  return type === 'REGIONAL' && securityPolicy === 'TLS_1_2';
}

const REGIONAL_POLICIES = [
  'SecurityPolicy_TLS13_1_3_2025_09',
  'SecurityPolicy_TLS13_1_3_FIPS_2025_09',
  'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09',
  'SecurityPolicy_TLS13_1_2_2021_06',
];
const EDGE_POLICIES = [
  'SecurityPolicy_TLS13_2025_EDGE',
  'SecurityPolicy_TLS12_PFS_2025_EDGE',
  'SecurityPolicy_TLS12_2018_EDGE',
];

/** Guide page apigateway-security-policies: which policies an endpoint type has. */
export function policiesOf(type: string): readonly string[] {
  if (type === 'PRIVATE') return ['TLS_1_2'];
  const enhanced = { REGIONAL: REGIONAL_POLICIES, EDGE: EDGE_POLICIES }[type] ?? [];
  return ['TLS_1_2', 'TLS_1_0', ...enhanced];
}
