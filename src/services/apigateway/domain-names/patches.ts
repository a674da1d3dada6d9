import {
  type DomainName,
  type EndpointConfiguration,
  type MutualTlsAuthentication,
  ROUTING_MODES,
} from '../../../model/index.ts';
import {
  compilePatch,
  oneOf,
  optional,
  optionalText,
  type PatchEffect,
  type PatchRule,
  refusePathThenOp,
  rulesOf,
  withMember,
} from '../patch/index.ts';
import { compactPolicy } from '../rest-apis/policy.ts';
import { readEndpointType } from './endpoint.ts';
import { ENDPOINT_ACCESS_MODES, SECURITY_POLICIES } from './security-policy.ts';

const { replace, within } = rulesOf<DomainName>();
const endpoint = rulesOf<EndpointConfiguration>();

type Text =
  | 'certificateName'
  | 'certificateArn'
  | 'regionalCertificateName'
  | 'regionalCertificateArn'
  | 'ownershipVerificationCertificateArn';

/** A certificate is added, replaced and removed alike (guide page apigateway-regional-api-custom-domain-migrate). */
function certificate(path: string, member: Text): PatchRule<DomainName> {
  const set: PatchEffect<DomainName> = (domain, { value }) => withMember(domain, member, optionalText(value));
  return { path, effects: { add: set, replace: set, remove: (domain) => withMember(domain, member, undefined) } };
}

/** The type is the value, or the last segment of the path. Terraform replaces by position, and there is one type. */
const endpointRules: readonly PatchRule<EndpointConfiguration>[] = [
  endpoint.replace(
    '/ipAddressType',
    'ipAddressType',
    oneOf(['ipv4', 'dualstack'], 'ipAddressType must be either ipv4 or dualstack.'),
  ),
  {
    path: '/types',
    effects: {
      add: (entity, { value }) => ({ ...entity, types: [...new Set([...entity.types, readEndpointType(value)])] }),
      remove: (entity, { value }) => ({ ...entity, types: entity.types.filter((type) => type !== value) }),
    },
  },
  {
    path: '/types/{type}',
    effects: {
      replace: (entity, { value }) => ({ ...entity, types: [readEndpointType(value)] }),
      remove: (entity, { captures }) => ({ ...entity, types: entity.types.filter((type) => type !== captures.type) }),
    },
  },
];

/** Without a URI there is no mutual TLS (guide page rest-api-mutual-tls, "Disable mutual TLS"). */
const mutualTlsRules: readonly PatchRule<DomainName>[] = [
  {
    path: '/mutualTlsAuthentication/truststoreUri',
    effects: {
      replace: (domain, { value }) =>
        withMember(
          domain,
          'mutualTlsAuthentication',
          value ? { ...domain.mutualTlsAuthentication, truststoreUri: value } : undefined,
        ),
    },
  },
  ...within(
    '/mutualTlsAuthentication',
    'mutualTlsAuthentication',
    [rulesOf<MutualTlsAuthentication>().replace('/truststoreVersion', 'truststoreVersion', optionalText)],
    () => ({ truststoreUri: '' }),
  ),
];

/** What `UpdateDomainName` may do (API reference, "Patch Operations", UpdateDomainName). */
export const domainNamePatch = (policyLength: number) => {
  const readPolicy = optional((value = '') => compactPolicy(value, policyLength));
  return compilePatch<DomainName>({
    refuse: refusePathThenOp,
    rules: [
      certificate('/certificateName', 'certificateName'),
      certificate('/certificateArn', 'certificateArn'),
      certificate('/regionalCertificateName', 'regionalCertificateName'),
      certificate('/regionalCertificateArn', 'regionalCertificateArn'),
      certificate('/ownershipVerificationCertificateArn', 'ownershipVerificationCertificateArn'),
      replace(
        '/securityPolicy',
        'securityPolicy',
        oneOf(SECURITY_POLICIES, `Invalid security policy specified. Valid options are ${SECURITY_POLICIES.join(',')}`),
      ),
      replace(
        '/endpointAccessMode',
        'endpointAccessMode',
        optional(
          oneOf(ENDPOINT_ACCESS_MODES, 'Invalid endpoint access mode specified. Valid options are BASIC,STRICT'),
        ),
      ),
      replace(
        '/routingMode',
        'routingMode',
        oneOf(ROUTING_MODES, `Invalid routing mode specified. Valid options are ${ROUTING_MODES.join(',')}`),
      ),
      replace('/policy', 'policy', readPolicy),
      replace('/managementPolicy', 'managementPolicy', readPolicy),
      ...mutualTlsRules,
      ...within(
        '/endpointConfiguration',
        'endpointConfiguration',
        endpointRules,
        (domain) => domain.endpointConfiguration,
      ),
    ],
  });
};
