import { useEffect, useRef, useState } from 'react';
import { useAws } from '../../../../session/index.ts';
import { type Answer, answersTo, type InsightsQuery } from './answers.ts';

export interface Insights {
  /** What has been found so far, and by which query. */
  readonly found: { readonly query: InsightsQuery; readonly answer: Answer } | undefined;
  readonly isRunning: boolean;
  readonly error: Error | null;
  run(query: InsightsQuery): void;
  stop(): void;
}

/**
 * A query that runs on the server, looked at until it is done; what it has found by then is there already. It ends when it is stopped, when
 * another takes its place and when the page is left.
 */
export function useInsights(): Insights {
  const aws = useAws();
  const [found, setFound] = useState<Insights['found']>();
  const [error, setError] = useState<Error | null>(null);
  const [isRunning, setRunning] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function follow(query: InsightsQuery, { signal }: AbortController): Promise<void> {
    try {
      for await (const answer of answersTo(aws, query, signal)) setFound({ query, answer });
    } catch (failure) {
      if (!signal.aborted) setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
    if (!signal.aborted) setRunning(false);
  }

  return {
    found,
    isRunning,
    error,
    run(query) {
      running.current?.abort();
      running.current = new AbortController();
      setError(null);
      setFound(undefined);
      setRunning(true);
      void follow(query, running.current);
    },
    stop() {
      running.current?.abort();
      setRunning(false);
      setFound((before) => before && { ...before, answer: { ...before.answer, status: 'Cancelled' } });
    },
  };
}
