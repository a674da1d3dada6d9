import type { Logger } from 'pino';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** The operator's log: one JSON line an event on standard error. */
export interface Log {
  error(message: string, detail?: Readonly<Record<string, unknown>>): void;
  warn(message: string, detail?: Readonly<Record<string, unknown>>): void;
  info(message: string, detail?: Readonly<Record<string, unknown>>): void;
}

/** pino is loaded at the first line that is due: it costs 30 ms and 8 MB, which a quiet start need not pay. */
export function createLog(level: LogLevel): Log {
  let logger: Promise<Logger> | undefined;

  async function load(): Promise<Logger> {
    const { pino } = await import('pino');
    return pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination({ dest: 2, sync: true }),
    );
  }

  function write(lineLevel: LogLevel, message: string, detail: Readonly<Record<string, unknown>> = {}): void {
    if (RANK[lineLevel] > RANK[level]) return;
    logger ??= load();
    void logger.then((ready) => ready[lineLevel](detail, message));
  }

  return {
    error: (message, detail) => write('error', message, detail),
    warn: (message, detail) => write('warn', message, detail),
    info: (message, detail) => write('info', message, detail),
  };
}

const RANK: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3 };
