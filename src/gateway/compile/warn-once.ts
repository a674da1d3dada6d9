type Warn = (message: string, detail: Readonly<Record<string, unknown>>) => void;

/** Passes every message on once, and at most `limit` of them: what goes wrong at every request must not fill the log. */
export function warnOnce(warn: Warn, limit: number): Warn {
  const given = new Set<string>();
  return (message, detail) => {
    if (given.has(message) || given.size >= limit) return;
    given.add(message);
    warn(message, detail);
  };
}
