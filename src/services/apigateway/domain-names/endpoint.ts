import { createHash } from 'node:crypto';
import type { DomainName, EndpointConfiguration, EndpointType, Scope } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/** The zone of every edge-optimized endpoint (API reference, `DomainName`). */
const DISTRIBUTION_ZONE = 'Z2FDTNDATAQYW2';

/** The zones of regional endpoints (AWS General Reference, "Amazon API Gateway endpoints and quotas"). */
const REGIONAL_ZONES: Readonly<Record<string, string>> = {
  'af-south-1': 'Z2DHW2332DAMTN',
  'ap-east-1': 'Z3FD1VL90ND7K5',
  'ap-northeast-1': 'Z1YSHQZHG15GKL',
  'ap-northeast-2': 'Z20JF4UZKIW1U8',
  'ap-northeast-3': 'Z22ILHG95FLSZ2',
  'ap-south-1': 'Z3VO1THU9YC4UR',
  'ap-southeast-1': 'ZL327KTPIQFUL',
  'ap-southeast-2': 'Z2RPCDW04V8134',
  'ca-central-1': 'Z19DQILCV0OWEC',
  'eu-central-1': 'Z1U9ULNL0V5AJ3',
  'eu-north-1': 'Z3UWIKFBOOGXPP',
  'eu-south-1': 'Z3BT4WSQ9TDYZV',
  'eu-west-1': 'ZLY8HYME6SFDD',
  'eu-west-2': 'ZJ5UAJN8Y3Z2Q',
  'eu-west-3': 'Z3KY65QIEKYHQQ',
  'me-south-1': 'Z20ZBPC0SS8806',
  'sa-east-1': 'ZCMLWB8V5SYIT',
  'us-east-1': 'Z1UJRXOUMOOFQ8',
  'us-east-2': 'ZOJJZC49E0EPZ',
  'us-west-1': 'Z2MUQ32089INYE',
  'us-west-2': 'Z2OJLYMUO9EFXC',
};

/**
 * Gives a domain name what follows from its endpoint types: the names that its DNS record would point to, with their zones.
 * They are AWS's in form, always the same for the same domain name, and nothing answers there.
 */
export function withEndpoints(domain: DomainName, scope: Scope): DomainName {
  const { types } = domain.endpointConfiguration;
  const {
    distributionDomainName: _,
    distributionHostedZoneId: _zone,
    regionalDomainName: _regional,
    regionalHostedZoneId: _regionalZone,
    ...rest
  } = domain;
  const identity = `${scope.accountId}/${scope.region}/${domain.domainName}`;
  return {
    ...rest,
    ...(types.includes('EDGE') && {
      distributionDomainName: `d${letters(`edge/${identity}`, 13)}.cloudfront.net`,
      distributionHostedZoneId: DISTRIBUTION_ZONE,
    }),
    ...(types.includes('REGIONAL') && {
      regionalDomainName: `d-${letters(`regional/${identity}`, 10)}.execute-api.${scope.region}.amazonaws.com`,
      regionalHostedZoneId: REGIONAL_ZONES[scope.region] ?? `Z${letters(`zone/${scope.region}`, 13).toUpperCase()}`,
    }),
  };
}

/**
 * Checks which types stand together: a public domain name has one, or both while it migrates; it never becomes private
 * (guide pages apigateway-regional-api-custom-domain-migrate, apigateway-private-custom-domains).
 * @throws {ServiceError} 400
 */
export function checkEndpoint({ types, ipAddressType }: EndpointConfiguration, isPrivate: boolean): void {
  if (types.length === 0) throw badRequest('At least one endpoint type must be specified.');
  if (types.includes('PRIVATE') !== isPrivate || (isPrivate && types.length > 1)) {
    throw badRequest('Cannot migrate between public and private custom domain names.');
  }
  if (isPrivate && ipAddressType !== 'dualstack') {
    throw badRequest('Only dualstack ipAddressType is supported for private custom domain names.');
  }
}

/** @throws {ServiceError} 400 with AWS's text for a patch of an API */
export function readEndpointType(value: string | undefined): EndpointType {
  const type = (['EDGE', 'REGIONAL', 'PRIVATE'] as const).find((known) => known === value);
  if (!type) throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE');
  return type;
}

/** Lower case letters and digits that follow from a text. */
function letters(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest();
  return [...digest.subarray(0, length)].map((byte) => (byte % 36).toString(36)).join('');
}
