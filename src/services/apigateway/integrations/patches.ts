import type { Integration, IntegrationResponse } from '../../../model/index.ts';
import { missing } from '../errors.ts';
import type { AccountLimits } from '../limits.ts';
import {
  compilePatch,
  flag,
  integer,
  oneOf,
  optional,
  optionalText,
  refusePathThenOp,
  rulesOf,
  text,
} from '../patch/index.ts';

export const PASSTHROUGH_BEHAVIORS = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;
export const PASSTHROUGH_REFUSAL = 'Invalid passthrough behavior specified';
export const CONTENT_HANDLINGS = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;
export const TRANSFER_MODES = ['BUFFERED', 'STREAM'] as const;
export const CONNECTION_TYPES = ['INTERNET', 'VPC_LINK'] as const;

const integration = rulesOf<Integration>();
const tlsConfig = rulesOf<NonNullable<Integration['tlsConfig']>>();
const response = rulesOf<IntegrationResponse>();

const contentHandling = optional(
  oneOf(CONTENT_HANDLINGS, `Invalid ContentHandling specified. Valid options are ${CONTENT_HANDLINGS.join(',')}`),
);

export function timeoutRefusal({ min, max }: AccountLimits['integrationTimeoutMs']): string {
  return `Timeout should be between ${min} ms and ${max} ms`;
}

/**
 * What `UpdateIntegration` may do (API reference, "Patch Operations", UpdateIntegration).
 * @param timeoutMs what `timeoutInMillis` may be
 */
export const integrationPatch = (timeoutMs: AccountLimits['integrationTimeoutMs']) =>
  compilePatch<Integration>({
    refuse: refusePathThenOp,
    rules: [
      integration.replace('/uri', 'uri', optionalText),
      integration.replace('/httpMethod', 'httpMethod', optionalText),
      integration.replace('/credentials', 'credentials', optionalText),
      integration.replace('/connectionId', 'connectionId', optionalText),
      integration.replace(
        '/connectionType',
        'connectionType',
        oneOf(CONNECTION_TYPES, `Invalid ConnectionType specified. Valid options are ${CONNECTION_TYPES.join(',')}`),
      ),
      integration.replace('/contentHandling', 'contentHandling', contentHandling),
      integration.replace('/integrationTarget', 'integrationTarget', optionalText),
      integration.replace(
        '/passthroughBehavior',
        'passthroughBehavior',
        oneOf(PASSTHROUGH_BEHAVIORS, PASSTHROUGH_REFUSAL),
      ),
      integration.replace(
        '/timeoutInMillis',
        'timeoutInMillis',
        integer(timeoutMs.min, timeoutMs.max, timeoutRefusal(timeoutMs)),
      ),
      integration.replace(
        '/responseTransferMode',
        'responseTransferMode',
        oneOf(TRANSFER_MODES, `Invalid ResponseTransferMode specified. Valid options are ${TRANSFER_MODES.join(',')}`),
      ),
      integration.replace('/cacheNamespace', 'cacheNamespace', text),
      integration.items('/cacheKeyParameters/{parameter}', 'cacheKeyParameters', []),
      integration.entries('/requestParameters/{parameter}', 'requestParameters', text, missing.parameter),
      integration.entries('/requestTemplates/{contentType}', 'requestTemplates', text, missing.contentType),
      ...integration.within(
        '/tlsConfig',
        'tlsConfig',
        [tlsConfig.replace('/insecureSkipVerification', 'insecureSkipVerification', flag)],
        () => ({ insecureSkipVerification: false }),
      ),
    ],
  });

/** What `UpdateIntegrationResponse` may do (API reference, "Patch Operations", UpdateIntegrationResponse). */
export const patchIntegrationResponse = compilePatch<IntegrationResponse>({
  refuse: refusePathThenOp,
  rules: [
    response.replace('/selectionPattern', 'selectionPattern', text),
    response.replace('/contentHandling', 'contentHandling', contentHandling),
    response.entries('/responseParameters/{parameter}', 'responseParameters', text, missing.parameter),
    response.entries('/responseTemplates/{contentType}', 'responseTemplates', text, missing.contentType),
  ],
});
