import type { Authorizer } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';
import { compilePatch, integer, oneOf, optionalText, refusePathThenOp, rulesOf, text } from '../patch/index.ts';
import { AUTHORIZER_TYPES } from './create.ts';

const authorizer = rulesOf<Authorizer>();
const { min, max } = LIMITS.authorizerTtlSeconds;

/** What `UpdateAuthorizer` may do (API reference, "Patch Operations", UpdateAuthorizer). */
export const patchAuthorizer = compilePatch<Authorizer>({
  refuse: refusePathThenOp,
  rules: [
    authorizer.replace('/name', 'name', text),
    authorizer.replace('/type', 'type', oneOf(AUTHORIZER_TYPES, 'Invalid authorizer type specified')),
    authorizer.replace('/authType', 'authType', optionalText),
    authorizer.replace('/authorizerUri', 'authorizerUri', optionalText),
    authorizer.replace('/authorizerCredentials', 'authorizerCredentials', optionalText),
    authorizer.replace('/identitySource', 'identitySource', optionalText),
    authorizer.replace('/identityValidationExpression', 'identityValidationExpression', optionalText),
    authorizer.replace(
      '/authorizerResultTtlInSeconds',
      'authorizerResultTtlInSeconds',
      integer(
        min,
        max,
        `Authorizer result TTL outside allowable range. TTL must be between ${min} and ${max} seconds.`,
      ),
    ),
    authorizer.values('/providerARNs', 'providerARNs'),
  ],
});
