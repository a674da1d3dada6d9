import { enumListViolations, enumViolations, refuseViolations } from '../../../aws/index.ts';
import { type DomainName, type EndpointType, ROUTING_MODES, type Scope } from '../../../model/index.ts';
import { compactPolicy } from '../rest-apis/policy.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { In } from '../types.ts';
import { completeDomain } from './check.ts';
import { checkDomainName } from './name.ts';
import { DEFAULT_SECURITY_POLICY, ENDPOINT_ACCESS_MODES, SECURITY_POLICIES } from './security-policy.ts';

type CreateInput = In<'createDomainName'>;

const ENDPOINT_TYPES = ['PRIVATE', 'EDGE', 'REGIONAL'] as const satisfies readonly EndpointType[];
const IP_ADDRESS_TYPES = ['ipv4', 'dualstack'] as const;

/**
 * The domain name that a `CreateDomainName` asks for, checked, with AWS's defaults: edge-optimized, TLS 1.2, base path mappings
 * only. A certificate may be left out, where AWS wants one: the gateway's listener has certificates of its own.
 * @param domainNameId for a private one
 * @throws {ServiceError} 400
 */
export function newDomainName(
  input: CreateInput,
  scope: Scope,
  domainNameId: string,
  policyLength: number,
  nowMs: number,
): DomainName {
  const { domainName } = input;
  const types = ENDPOINT_TYPES.filter((type) => (input.endpointConfiguration?.types ?? ['EDGE']).includes(type));
  const isPrivate = types.includes('PRIVATE');
  checkInput(input, isPrivate);
  const ipAddressType = IP_ADDRESS_TYPES.find((type) => type === input.endpointConfiguration?.ipAddressType);
  const accessMode = ENDPOINT_ACCESS_MODES.find((mode) => mode === input.endpointAccessMode);
  const hasEdgeCertificate = input.certificateArn || input.certificateBody;
  return completeDomain(
    {
      domainName,
      ...(isPrivate && { domainNameId }),
      domainNameArn: isPrivate
        ? `arn:aws:apigateway:${scope.region}:${scope.accountId}:/domainnames/${domainName}+${domainNameId}`
        : `arn:aws:apigateway:${scope.region}::/domainnames/${domainName}`,
      ...(input.certificateName && { certificateName: input.certificateName }),
      ...(input.certificateArn && { certificateArn: input.certificateArn }),
      ...(hasEdgeCertificate && { certificateUploadDate: Math.floor(nowMs / 1000) }),
      ...(input.regionalCertificateName && { regionalCertificateName: input.regionalCertificateName }),
      ...(input.regionalCertificateArn && { regionalCertificateArn: input.regionalCertificateArn }),
      endpointConfiguration: { types, ipAddressType: ipAddressType ?? (isPrivate ? 'dualstack' : 'ipv4') },
      domainNameStatus: 'AVAILABLE',
      securityPolicy: input.securityPolicy ?? DEFAULT_SECURITY_POLICY,
      ...(accessMode && { endpointAccessMode: accessMode }),
      ...mutualTls(input),
      ...(input.ownershipVerificationCertificateArn && {
        ownershipVerificationCertificateArn: input.ownershipVerificationCertificateArn,
      }),
      ...(input.policy && { policy: compactPolicy(input.policy, policyLength) }),
      routingMode: ROUTING_MODES.find((mode) => mode === input.routingMode) ?? 'BASE_PATH_MAPPING_ONLY',
      tags: input.tags ?? {},
    },
    scope,
  );
}

function checkInput(input: CreateInput, isPrivate: boolean): void {
  const at = 'createDomainNameInput';
  refuseViolations(
    enumListViolations(input.endpointConfiguration?.types, `${at}.endpointConfiguration.types`, ENDPOINT_TYPES),
    enumViolations(
      input.endpointConfiguration?.ipAddressType,
      `${at}.endpointConfiguration.ipAddressType`,
      IP_ADDRESS_TYPES,
    ),
    enumViolations(input.securityPolicy, `${at}.securityPolicy`, SECURITY_POLICIES),
    enumViolations(input.endpointAccessMode, `${at}.endpointAccessMode`, ENDPOINT_ACCESS_MODES),
    enumViolations(input.routingMode, `${at}.routingMode`, ROUTING_MODES),
  );
  checkDomainName(input.domainName, isPrivate);
  checkTags(input.tags ?? {});
}

function mutualTls({ mutualTlsAuthentication }: CreateInput): Pick<DomainName, 'mutualTlsAuthentication'> {
  const { truststoreUri, truststoreVersion } = mutualTlsAuthentication ?? {};
  if (!truststoreUri) return {};
  return { mutualTlsAuthentication: { truststoreUri, ...(truststoreVersion && { truststoreVersion }) } };
}
