import { useEffect, useState } from 'react';
import { useQueryParam } from '../../routing/index.ts';
import { readRefresh } from './offered-seconds.ts';
import { type ChosenPeriod, type Period, periodAt, readPeriod, writePeriod } from './period.ts';

const HOUR: ChosenPeriod = { type: 'relative', amount: 1, unit: 'hour' };

export interface ShownPeriod {
  readonly chosen: ChosenPeriod;
  readonly period: Period;
  /** Seconds from one refresh to the next; 0 for never. */
  readonly refreshSeconds: number;
  choose(chosen: ChosenPeriod): void;
  setRefresh(seconds: number): void;
  /** Goes on to now. */
  refresh(): void;
}

/**
 * The period in the address (`period`, `refresh`), which goes on with time.
 * @param otherwise seconds from one refresh to the next where the address says nothing; 0 where somebody reads what was found
 */
export function usePeriod(otherwise = 60): ShownPeriod {
  const [text, setText] = useQueryParam('period');
  const [refresh, setRefresh] = useQueryParam('refresh');
  const [nowMs, setNow] = useState(Date.now);
  const refreshSeconds = readRefresh(refresh, otherwise);
  useEffect(() => {
    if (refreshSeconds === 0) return;
    const timer = setInterval(() => setNow(Date.now()), refreshSeconds * 1_000);
    return () => clearInterval(timer);
  }, [refreshSeconds]);
  const chosen = readPeriod(text) ?? HOUR;
  return {
    chosen,
    period: periodAt(chosen, nowMs),
    refreshSeconds,
    choose: (next) => setText(writePeriod(next)),
    setRefresh: (seconds) => setRefresh(String(seconds)),
    refresh: () => setNow(Date.now()),
  };
}
