import { useEffect, useState } from 'react';

const LOOK_MS = 10_000;

/** The end of the current period of so many seconds, milliseconds since the epoch; goes on with the clock. */
export function usePeriodEnd(seconds: number): number {
  const [end, setEnd] = useState(() => endOf(seconds));
  useEffect(() => {
    setEnd(endOf(seconds));
    const timer = setInterval(() => setEnd(endOf(seconds)), LOOK_MS);
    return () => clearInterval(timer);
  }, [seconds]);
  return end;
}

function endOf(seconds: number): number {
  return Math.ceil(Date.now() / (seconds * 1000)) * seconds * 1000;
}
