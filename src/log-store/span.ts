import { SPAN_BYTES, SPAN_STREAMS } from './limits.ts';

/** A stretch of a file, and what may lie in it. */
export interface Span {
  /** Bytes in the file. */
  readonly offset: number;
  readonly length: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** The numbers of its streams; undefined for too many to name. */
  readonly streams: readonly number[] | undefined;
  /** Set where it is larger than it looks. */
  readonly isPacked?: boolean;
}

/**
 * Adds what was appended to the index of a file: short stretches grow, so that many small appends need no more memory than few.
 * A stretch that grows is a new one, so whoever reads keeps what he had.
 */
export function addSpan(spans: Span[], added: Span): void {
  const last = spans.at(-1);
  if (last === undefined || last.isPacked || added.isPacked || last.length + added.length > SPAN_BYTES) {
    spans.push(added);
    return;
  }
  spans[spans.length - 1] = {
    offset: last.offset,
    length: last.length + added.length,
    minMs: Math.min(last.minMs, added.minMs),
    maxMs: Math.max(last.maxMs, added.maxMs),
    streams: joined(last.streams, added.streams),
  };
}

function joined(one: Span['streams'], other: Span['streams']): Span['streams'] {
  if (one === undefined || other === undefined) return undefined;
  if (other.every((stream) => one.includes(stream))) return one;
  const both = [...new Set([...one, ...other])];
  return both.length > SPAN_STREAMS ? undefined : both;
}

/** Times and streams that are looked for. */
export interface Wanted {
  readonly fromMs: number;
  /** The last one that is wanted. */
  readonly toMs: number;
  /** Undefined for all. */
  readonly streams: ReadonlySet<number> | undefined;
}

export function mayHold({ minMs, maxMs }: Pick<Span, 'minMs' | 'maxMs'>, { fromMs, toMs }: Wanted): boolean {
  return maxMs >= fromMs && minMs <= toMs;
}

export function mayHoldStreams({ streams }: Span, wanted: Wanted): boolean {
  return streams === undefined || wanted.streams === undefined || streams.some((one) => wanted.streams?.has(one));
}
