import type { HeaderList } from '../../http/index.ts';
import {
  parseTraceHeader,
  parseTraceparent,
  spanTraceId,
  type TraceHeader,
  traceHeaderOf,
  traceHeaderText,
  traceparentText,
} from '../../trace-context/index.ts';
import type { IdSource } from '../request-context/index.ts';
import { firstHeader, onlyHeader } from '../text/index.ts';

const OURS = new Set(['x-amzn-trace-id', 'traceparent']);

/**
 * The header fields of a request with both headers, `traceparent` last. Where both came X-Ray's counts, as on AWS; what W3C's says of
 * another trace is left out, with its `tracestate` (W3C Trace Context, section 3.3.1: a new trace begins without one).
 */
export function bridgedHeaders(headers: HeaderList, ids: IdSource, nowMs: number): string[] {
  // Of several none counts (W3C Trace Context, section 3.2: there is one).
  const theirs = parseTraceparent(onlyHeader(headers, 'traceparent') ?? '');
  const sent = parseTraceHeader(firstHeader(headers, 'x-amzn-trace-id') ?? '');
  const header = sent ?? (theirs && traceHeaderOf(theirs)) ?? newHeader(ids, nowMs);
  const isSame = theirs?.traceId === spanTraceId(header);
  const bridged: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    const lowerName = name.toLowerCase();
    if (OURS.has(lowerName) || (lowerName === 'tracestate' && !isSame)) continue;
    bridged.push(name, headers[at + 1] as string);
  }
  const parent = theirs && isSame ? traceparentText(theirs) : traceparentOf(header, () => ids.spanId());
  bridged.push('X-Amzn-Trace-Id', traceHeaderText(header), 'traceparent', parent);
  return bridged;
}

/** @param spanId of whoever has no span in the trace, and yet must name one */
export function traceparentOf(header: TraceHeader, spanId: () => string): string {
  const parentId = header.parent?.toLowerCase() ?? spanId();
  return traceparentText({ traceId: spanTraceId(header), parentId, isSampled: header.isSampled === true });
}

/** A new root also for a header that names no trace, of which nothing is taken over. */
function newHeader(ids: IdSource, nowMs: number): TraceHeader {
  return { root: ids.traceId([], nowMs).slice('Root='.length), others: [] };
}
