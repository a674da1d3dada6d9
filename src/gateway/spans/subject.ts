import type { Span } from '../../model/index.ts';
import type { StageFacts } from '../request-context/index.ts';

/** Whose requests are told of. */
export interface SpanSubject {
  readonly apiName: string;
  readonly protocol: 'REST' | 'HTTP';
}

/** The API and the stage, in the words of X-Ray's segments (telemetry E.4); those know REST APIs alone. */
export function subjectAttributes({ apiName, protocol }: SpanSubject, facts: StageFacts): Span['attributes'] {
  return {
    'cloud.account.id': facts.accountId,
    'cloud.region': facts.region,
    [protocol === 'REST' ? 'aws.api_gateway.rest_api_id' : 'aws.api_gateway.api_id']: facts.apiId,
    'aws.api_gateway.api_name': apiName,
    'aws.api_gateway.stage': facts.stage,
    ...(facts.isCanaryRequest === true && { 'aws.api_gateway.canary': true }),
  };
}
