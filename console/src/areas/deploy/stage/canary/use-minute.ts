import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The end of the current minute, milliseconds since the epoch; goes on with the clock. */
export function useMinute(): number {
  const [minute, setMinute] = useState(endOfMinute);
  useEffect(() => {
    const timer = setInterval(() => setMinute(endOfMinute()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return minute;
}

function endOfMinute(): number {
  return Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS;
}
