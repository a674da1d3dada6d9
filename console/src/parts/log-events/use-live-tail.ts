import { useEffect, useRef, useState } from 'react';
import { useAws } from '../../session/index.ts';
import { type TailedEvent, type TailOrder, tail } from './tail.ts';

/** The youngest are kept; who reads further back searches. */
const KEPT = 500;

export interface LiveTail {
  readonly events: readonly (TailedEvent & { readonly id: string })[];
  readonly isRunning: boolean;
  readonly error: Error | null;
  start(order: TailOrder): void;
  stop(): void;
  clear(): void;
}

/** A session that is started, and stopped by hand or by leaving the page. */
export function useLiveTail(): LiveTail {
  const aws = useAws();
  const [events, setEvents] = useState<LiveTail['events']>([]);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const session = useRef<AbortController>(undefined);
  const count = useRef(0);
  useEffect(() => () => session.current?.abort(), []);

  async function run(order: TailOrder, { signal }: AbortController): Promise<void> {
    try {
      for await (const update of tail(aws, order, signal)) {
        const told = update.map((event) => ({ ...event, id: String(count.current++) })).reverse();
        if (told.length > 0) setEvents((before) => [...told, ...before].slice(0, KEPT));
      }
    } catch (failure) {
      if (!signal.aborted) setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
    if (!signal.aborted) setRunning(false);
  }

  return {
    events,
    isRunning,
    error,
    start(order) {
      session.current?.abort();
      session.current = new AbortController();
      setError(null);
      setRunning(true);
      void run(order, session.current);
    },
    stop() {
      session.current?.abort();
      setRunning(false);
    },
    clear: () => setEvents([]),
  };
}
