import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../../aws/index.ts';
import { useAws } from '../../../../session/index.ts';
import type { Period } from '../../time/period.ts';

export type Answer = Output<'logs', 'getQueryResults'>;

interface Running {
  readonly queryId: string;
  readonly stopper: AbortController;
}

export interface Insights {
  readonly answer: Answer | undefined;
  readonly isRunning: boolean;
  readonly error: Error | null;
  run(queryString: string, groups: readonly string[], period: Period): void;
  stop(): void;
}

const LOOK_EVERY_MS = 500;

/** A query that runs on the server, looked at until it is done; what it has found by then is there already. */
export function useInsights(): Insights {
  const aws = useAws();
  const [answer, setAnswer] = useState<Answer>();
  const [error, setError] = useState<Error | null>(null);
  const [isRunning, setRunning] = useState(false);
  const running = useRef<Running>(undefined);
  useEffect(() => () => running.current?.stopper.abort(), []);

  async function follow(queryString: string, logGroupNames: readonly string[], period: Period): Promise<void> {
    const { startMs, endMs } = period;
    const { queryId = '' } = await aws.call('logs', 'startQuery', {
      queryString,
      logGroupNames: [...logGroupNames],
      startTime: Math.floor(startMs / 1_000),
      endTime: Math.floor(endMs / 1_000),
    });
    const stopper = new AbortController();
    running.current = { queryId, stopper };
    while (!stopper.signal.aborted) {
      const found = await aws.call('logs', 'getQueryResults', { queryId }, stopper.signal);
      setAnswer(found);
      if (found.status !== 'Running' && found.status !== 'Scheduled') return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  return {
    answer,
    isRunning,
    error,
    run(queryString, groups, period) {
      running.current?.stopper.abort();
      setError(null);
      setAnswer(undefined);
      setRunning(true);
      follow(queryString, groups, period)
        .catch((failure: Error) => setError(failure))
        .finally(() => setRunning(false));
    },
    stop() {
      const queryId = running.current?.queryId ?? '';
      aws.call('logs', 'stopQuery', { queryId }).catch((failure: Error) => setError(failure));
    },
  };
}
