import { LIMITS } from './limits.ts';
import { logTail } from './log-tail.ts';
import { endLine, type InvocationReport, reportLine, startLine } from './platform-log.ts';

/** The log of one instance: every line goes to the sink under its invocation's id, and each invocation has its tail. */
export interface InvocationLog {
  /** START: lines from now on belong to this invocation. */
  begin(requestId: string, version: string, traceId?: string): void;
  add(line: string): void;
  /** END and REPORT. Later lines still go to the sink under this id, and begin the next tail. Returns the tail. */
  conclude(report: InvocationReport): string;
  /** Whose lines come now. */
  readonly requestId: string;
  /** Lines from now on belong to this invocation, which has been concluded elsewhere. */
  goOn(requestId: string): void;
}

/**
 * @param requestId of the invocation that the instance was started for: what its init phase writes comes under it
 * @param keepsTail false where nobody can ask for it; it is empty then
 */
export function invocationLog(
  requestId: string,
  sink: (requestId: string, line: string, traceId: string | undefined) => void,
  keepsTail = true,
): InvocationLog {
  let current = requestId;
  let currentTraceId: string | undefined;
  let tail = logTail(LIMITS.logTailBytes);
  const add = (line: string) => {
    if (keepsTail) tail.add(line);
    sink(current, line, currentTraceId);
  };
  return {
    add,
    get requestId() {
      return current;
    },
    goOn(id) {
      current = id;
      currentTraceId = undefined;
    },
    begin(id, version, traceId) {
      current = id;
      currentTraceId = traceId;
      add(startLine(id, version));
    },
    conclude(report) {
      add(endLine(report.requestId));
      add(reportLine(report));
      if (!keepsTail) return '';
      const text = tail.text();
      tail = logTail(LIMITS.logTailBytes);
      return text;
    },
  };
}
