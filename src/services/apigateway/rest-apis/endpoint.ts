import { enumListViolations, enumViolations, type Violation } from '../../../aws/index.ts';
import type { EndpointConfiguration, EndpointType } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import type { In } from '../types.ts';

/** In the order in which AWS lists them. */
const ENDPOINT_TYPES = ['PRIVATE', 'EDGE', 'REGIONAL'] as const satisfies readonly EndpointType[];
const IP_ADDRESS_TYPES = ['ipv4', 'dualstack'] as const;

type EndpointInput = NonNullable<In<'createRestApi'>['endpointConfiguration']>;

export function endpointViolations(input: EndpointInput | undefined): readonly Violation[] {
  const at = 'createRestApiInput.endpointConfiguration';
  return [
    ...enumListViolations(input?.types, `${at}.types`, ENDPOINT_TYPES),
    ...enumViolations(input?.ipAddressType, `${at}.ipAddressType`, IP_ADDRESS_TYPES),
  ];
}

/** The endpoint that a new API gets: EDGE and ipv4 unless asked otherwise, dualstack for PRIVATE (features A1.4, recorded). */
export function newEndpoint(input: EndpointInput | undefined): EndpointConfiguration {
  const types =
    input?.types === undefined ? ['EDGE' as const] : ENDPOINT_TYPES.filter((type) => input.types?.includes(type));
  const asked = IP_ADDRESS_TYPES.find((type) => type === input?.ipAddressType);
  const endpoint: EndpointConfiguration = {
    types,
    ipAddressType: asked ?? defaultIpAddressType(types),
    ...(input?.vpcEndpointIds?.length && { vpcEndpointIds: input.vpcEndpointIds }),
  };
  checkEndpoint(endpoint);
  return endpoint;
}

/** @throws {ServiceError} 400 for an endpoint that no API can have */
export function checkEndpoint({ types, ipAddressType, vpcEndpointIds }: EndpointConfiguration): void {
  if (types.length === 0) throw badRequest('REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.');
  if (types.length > 1) throw badRequest('Cannot create an api with multiple Endpoint Types.');
  const isPrivate = types.includes('PRIVATE');
  if (isPrivate && ipAddressType !== 'dualstack') {
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.');
  }
  if (!isPrivate && vpcEndpointIds) throw badRequest('VPC endpoint ids are only supported for Private APIs.');
}

/** The endpoint with another set of types: an API that becomes private becomes dualstack (recorded). */
export function withTypes(endpoint: EndpointConfiguration, types: readonly EndpointType[]): EndpointConfiguration {
  return { ...endpoint, types, ...(types.includes('PRIVATE') && { ipAddressType: 'dualstack' }) };
}

/** @throws {ServiceError} 400 with AWS's text for a patch */
export function readEndpointType(value: string | undefined): EndpointType {
  const type = ENDPOINT_TYPES.find((known) => known === value);
  if (!type) throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE');
  return type;
}

function defaultIpAddressType(types: readonly EndpointType[]): EndpointConfiguration['ipAddressType'] {
  return types.includes('PRIVATE') ? 'dualstack' : 'ipv4';
}
