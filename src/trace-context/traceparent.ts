import type { TraceHeader } from './trace-header.ts';

/** What a `traceparent` says (W3C Trace Context, section 3.2). */
export interface Traceparent {
  /** 32 hexadecimal digits, not all of them zero. */
  readonly traceId: string;
  /** 16 of them, not all zero: the span of whoever sends it. */
  readonly parentId: string;
  readonly isSampled: boolean;
}

/** Of version 00 exactly this; of a later one what is behind it is not known yet (section 3.2.4). */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** @returns undefined for a text that is none, of which nothing counts (section 3.2.2) */
export function parseTraceparent(text: string): Traceparent | undefined {
  const [, version, traceId = '', parentId = '', flags = '', rest] = TRACEPARENT.exec(text) ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && rest !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined;
  return { traceId, parentId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function traceparentText({ traceId, parentId, isSampled }: Traceparent): string {
  return `00-${traceId}-${parentId}-${isSampled ? '01' : '00'}`;
}

/** The same in X-Ray's words (X-Ray developer guide, "Sending trace IDs": of any trace id the first eight digits stand for the time). */
export function traceHeaderOf({ traceId, parentId, isSampled }: Traceparent): TraceHeader {
  return { root: `1-${traceId.slice(0, 8)}-${traceId.slice(8)}`, parent: parentId, isSampled, others: [] };
}
