import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsError } from '../../../aws/index.ts';
import { useAws } from '../../../session/index.ts';
import type { Question } from './question.ts';

/** The answer of `POST /_sallyport/access` (docs/control-extensions.md). */
export interface AccessAnswer {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'depends';
  readonly caller: { readonly arn?: string };
  readonly action: string;
  readonly resource: string;
  /** JSON text of the API's policy. */
  readonly resourcePolicy?: string;
  readonly resourcePath: string;
  readonly authorizationType: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly sources: readonly { readonly source: string; readonly says: string }[];
  readonly statements: readonly DecidingStatement[];
  readonly missingKeys: readonly string[];
  readonly note?: string;
}

export interface DecidingStatement {
  readonly policy: string;
  readonly type: string;
  /** `statement 2`, or from where to where in the policy's text: `1:40-1:120`. */
  readonly at: string;
}

/** @param question undefined while nothing is asked */
export function useAccess(question: Question | undefined): UseQueryResult<AccessAnswer, AwsError> {
  const aws = useAws();
  return useQuery<AccessAnswer, AwsError>({
    queryKey: [aws.region, 'sallyport', '/_sallyport/access', question],
    queryFn: ({ signal }) => aws.own<AccessAnswer>('POST', '/_sallyport/access', question, signal),
    enabled: question !== undefined,
  });
}
