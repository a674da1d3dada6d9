import { randomBytes } from 'node:crypto';
import type { ExecutionRequest, FunctionVersion, Span } from '../model/index.ts';
import { parseTraceHeader, spanTraceId } from '../trace-context/index.ts';

/** Whether whoever calls is traced. */
export function isTraced({ traceId }: ExecutionRequest): boolean {
  return traceId?.includes('Sampled=1') === true;
}

/**
 * The run of a function as a span below that of its caller (semantic conventions, "FaaS spans"; X-Ray's segment of origin
 * `AWS::Lambda::Function`).
 * @returns undefined where the caller names no trace
 */
export function functionSpan(
  { arn, version }: Pick<FunctionVersion, 'arn' | 'version'>,
  { traceId = '', requestId }: ExecutionRequest,
  time: Pick<Span, 'startMs' | 'endMs'>,
  outcome: string,
): Span | undefined {
  const header = parseTraceHeader(traceId);
  if (header?.isSampled !== true) return undefined;
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  return {
    traceId: spanTraceId(header),
    spanId: randomBytes(8).toString('hex'),
    ...(header.parent !== undefined && { parentSpanId: header.parent.toLowerCase() }),
    name,
    kind: 'server',
    ...time,
    attributes: {
      'faas.name': name,
      'faas.version': version,
      'cloud.resource_id': arn,
      ...(requestId !== undefined && { 'faas.invocation_id': requestId }),
    },
    ...(outcome !== 'succeeded' && { error: `The function ${outcome}.` }),
  };
}
