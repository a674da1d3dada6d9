import type { AwsClient, Output } from '../../../../aws/index.ts';
import type { Period } from '../../../../parts/period/index.ts';

export type Answer = Output<'logs', 'getQueryResults'>;

/** What is asked, and of when. */
export interface InsightsQuery {
  readonly text: string;
  readonly groups: readonly string[];
  readonly period: Period;
}

const LOOK_EVERY_MS = 500;

/** What a query has found, again and again until it is done. Aborted, it is stopped on the server, too. @throws {AwsError} */
export async function* answersTo(
  aws: AwsClient,
  { text, groups, period }: InsightsQuery,
  signal: AbortSignal,
): AsyncGenerator<Answer, void, void> {
  const { queryId = '' } = await aws.call('logs', 'startQuery', {
    queryString: text,
    logGroupNames: [...groups],
    startTime: Math.floor(period.startMs / 1_000),
    endTime: Math.floor(period.endMs / 1_000),
  });
  let isDone = false;
  try {
    while (!signal.aborted) {
      const answer = await aws.call('logs', 'getQueryResults', { queryId }, signal);
      isDone = answer.status !== 'Running' && answer.status !== 'Scheduled';
      yield answer;
      if (isDone) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    if (!isDone) await aws.call('logs', 'stopQuery', { queryId });
  }
}
