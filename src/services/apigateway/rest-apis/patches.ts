import type { EndpointConfiguration, RestApi } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import {
  compilePatch,
  flag,
  integer,
  oneOf,
  optional,
  optionalText,
  refusePathThenOp,
  requiredText,
  rulesOf,
} from '../patch/index.ts';
import { readEndpointType, withTypes } from './endpoint.ts';
import { type PolicyOwner, readPolicy } from './policy.ts';
import { readEndpointAccessMode, readSecurityPolicy } from './security-policy.ts';

export const MINIMUM_COMPRESSION_REFUSAL = 'Invalid minimum compression size, must be between 0 and 10485760';
export const NAME_REFUSAL = 'REST API name cannot be blank';

const { replace, replaceOrRemove, items, within } = rulesOf<RestApi>();
const endpoint = rulesOf<EndpointConfiguration>();
const { min, max } = LIMITS.minimumCompressionBytes;

/** What `UpdateRestApi` may do (API reference, "Patch Operations", UpdateRestApi). The policy's short resources need the owner. */
export const patchRestApi = (owner: PolicyOwner) =>
  compilePatch<RestApi>({
    refuse: refusePathThenOp,
    rules: [
      replace('/name', 'name', requiredText(NAME_REFUSAL)),
      replaceOrRemove('/description', 'description', optionalText),
      replace('/version', 'version', optionalText),
      replace(
        '/apiKeySource',
        'apiKeySource',
        oneOf(['HEADER', 'AUTHORIZER'], 'Invalid ApiKeySource specified. Valid options are HEADER,AUTHORIZER'),
      ),
      replace('/disableExecuteApiEndpoint', 'disableExecuteApiEndpoint', flag),
      replace(
        '/minimumCompressionSize',
        'minimumCompressionSize',
        optional(integer(min, max, MINIMUM_COMPRESSION_REFUSAL)),
      ),
      replaceOrRemove(
        '/policy',
        'policy',
        optional((value) => readPolicy(value ?? '', owner)),
      ),
      replace('/securityPolicy', 'securityPolicy', readSecurityPolicy),
      replace('/endpointAccessMode', 'endpointAccessMode', readEndpointAccessMode),
      items('/binaryMediaTypes/{mediaType}', 'binaryMediaTypes'),
      ...within('/endpointConfiguration', 'endpointConfiguration', endpointRules, (api) => api.endpointConfiguration),
    ],
  });

const endpointRules = [
  endpoint.replace(
    '/ipAddressType',
    'ipAddressType',
    oneOf(['ipv4', 'dualstack'], 'ipAddressType must be either ipv4 or dualstack.'),
  ),
  {
    // The segment names what is replaced, by type or by position; as there is only ever one type, it does not matter.
    path: '/types/{type}',
    effects: {
      add: (entity, { value }) => withTypes(entity, [...entity.types, readEndpointType(value)]),
      replace: (entity, { value }) => withTypes(entity, [readEndpointType(value)]),
      remove: (entity, { captures }) =>
        withTypes(
          entity,
          entity.types.filter((type) => type !== captures.type),
        ),
    },
    refuseOp: () => badRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'"),
  },
  endpoint.values('/vpcEndpointIds', 'vpcEndpointIds'),
] satisfies Parameters<typeof within<'endpointConfiguration'>>[2];
