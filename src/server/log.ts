import type { Logger } from 'pino';
import { logLine } from './log-line.ts';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';
/** text: for people, on standard error. json: one JSON line an event, on standard output. */
export type LogFormat = 'text' | 'json';

type Detail = Readonly<Record<string, unknown>>;

/** The operator's log. Lines about a request have its `requestId` in their detail. */
export interface Log {
  error(message: string, detail?: Detail): void;
  warn(message: string, detail?: Detail): void;
  info(message: string, detail?: Detail): void;
}

type Write = (level: LogLevel, message: string, detail: Detail) => void;

const RANK: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3 };

export function createLog(least: LogLevel, format: LogFormat): Log {
  const writeDue = format === 'json' ? jsonWriter(least) : textWriter();
  const write: Write = (level, message, detail) => {
    if (RANK[level] <= RANK[least]) writeDue(level, message, detail);
  };
  return {
    error: (message, detail = {}) => write('error', message, detail),
    warn: (message, detail = {}) => write('warn', message, detail),
    info: (message, detail = {}) => write('info', message, detail),
  };
}

function textWriter(): Write {
  // A reader who has gone misses the rest, and ends nothing.
  process.stderr.on('error', () => undefined);
  return (level, message, detail) => void process.stderr.write(logLine(new Date(), level, message, detail));
}

/** So much waits for a reader who does not keep up; what is beyond it is lost. Ours. */
const WAITING_BYTES = 1_048_576;

/** pino is loaded at the first line that is due: it costs 30 ms and 8 MB, which a start need not pay before. */
function jsonWriter(level: LogLevel): Write {
  let logger: Promise<Logger> | undefined;

  async function load(): Promise<Logger> {
    const { pino } = await import('pino');
    // Whoever reads it may be slow: nobody who serves waits for him. pino writes the rest when the process ends.
    const output = pino.destination({ dest: 1, sync: false, maxLength: WAITING_BYTES });
    output.on('error', ({ code }: NodeJS.ErrnoException) => {
      // Of a reader who has gone pino takes care itself.
      if (code === 'EPIPE') return;
      // A terminal that has gone or a full disk ends nothing, either. What waits is lost (pino would try to write it for ever when
      // the process ends), and the next line begins anew.
      output.destroy();
      logger = undefined;
    });
    return pino(
      {
        level,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      output,
    );
  }

  return (lineLevel, message, detail) => {
    logger ??= load();
    void logger.then((ready) => ready[lineLevel](detail, message));
  };
}
