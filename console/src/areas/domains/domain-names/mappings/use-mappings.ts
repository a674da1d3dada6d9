import { mapped, type Read, useAll } from '../../../../data/index.ts';
import { addressOf, type DomainName, isPrivate } from '../use-domain-names.ts';

/** Stands for the empty path, as version 1 of the API writes it. */
export const NONE = '(none)';

/** One path of a domain name, and where it leads. */
export interface Mapping {
  /** Version 2's; empty with private names, which that version does not know. */
  readonly id: string;
  /** Without slashes around it, or `(none)`. */
  readonly path: string;
  readonly apiId: string;
  /** Empty where the next segment of the path names it. */
  readonly stage: string;
}

/** A domain name's mappings: by version 2 of the API, which has those of HTTP APIs and of several segments, and ids; private ones by version 1. */
export function useMappings(domain: DomainName): Read<readonly Mapping[]> {
  const isV1 = isPrivate(domain);
  const address = addressOf(domain);
  const v1 = useAll('apigateway', 'getBasePathMappings', { ...address, limit: 500 }, ({ items }) => items, {
    enabled: isV1,
  });
  const v2 = useAll(
    'apigatewayv2',
    'getApiMappings',
    { DomainName: address.domainName, MaxResults: '500' },
    ({ Items }) => Items,
    { enabled: !isV1 },
  );
  return isV1
    ? mapped(v1, (mappings) =>
        mappings.map(({ basePath = NONE, restApiId = '', stage = '' }) => ({
          id: '',
          path: basePath,
          apiId: restApiId,
          stage,
        })),
      )
    : mapped(v2, (mappings) =>
        mappings.map(({ ApiMappingId = '', ApiMappingKey = '', ApiId = '', Stage = '' }) => ({
          id: ApiMappingId,
          path: ApiMappingKey === '' ? NONE : ApiMappingKey,
          apiId: ApiId,
          stage: Stage,
        })),
      );
}
