/** What an `X-Amzn-Trace-Id` says (X-Ray developer guide, "Tracing header"; telemetry E.4). */
export interface TraceHeader {
  /** `1-{8 hex}-{24 hex}`. */
  readonly root: string;
  /** 16 hexadecimal digits; absent where the caller is no part of the trace. */
  readonly parent?: string;
  /** Absent where it is left to whoever gets it. */
  readonly isSampled?: boolean;
  /** Fields that mean nothing here and are kept, as they came. */
  readonly others: readonly string[];
}

/** Not all zero: no trace has that id, and receivers of spans may refuse all that come along (W3C Trace Context, section 3.2.2.3). */
const ROOT = /^1-(?![0-]+$)[0-9a-f]{8}-[0-9a-f]{24}$/i;
/** Nor has a span (section 3.2.2.4). */
const PARENT = /^(?!0+$)[0-9a-f]{16}$/i;

/** @returns undefined for a header that names no trace */
export function parseTraceHeader(text: string): TraceHeader | undefined {
  let root: string | undefined;
  let parent: string | undefined;
  let sampled: string | undefined;
  const others: string[] = [];
  for (const field of text.split(';').map((each) => each.trim())) {
    const equals = field.indexOf('=');
    const name = field.slice(0, equals).toLowerCase();
    const value = field.slice(equals + 1);
    if (name === 'root') root ??= value;
    else if (name === 'parent') parent ??= value;
    else if (name === 'sampled') sampled ??= value;
    else if (field !== '') others.push(field);
  }
  if (root === undefined || !ROOT.test(root)) return undefined;
  return {
    root,
    ...(parent !== undefined && PARENT.test(parent) && { parent }),
    ...((sampled === '0' || sampled === '1') && { isSampled: sampled === '1' }),
    others,
  };
}

export function traceHeaderText({ root, parent, isSampled, others }: TraceHeader): string {
  const fields = [`Root=${root}`];
  if (parent !== undefined) fields.push(`Parent=${parent}`);
  if (isSampled !== undefined) fields.push(`Sampled=${isSampled ? 1 : 0}`);
  return [...fields, ...others].join(';');
}

/** A root as W3C and OpenTelemetry have it: 32 hexadecimal digits. */
export function spanTraceId({ root }: Pick<TraceHeader, 'root'>): string {
  return root.slice(2).replace('-', '').toLowerCase();
}
