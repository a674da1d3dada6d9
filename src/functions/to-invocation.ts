import type { ExecutionRequest } from '../model/index.ts';
import { clientContextJson } from './client-context.ts';
import type { Invocation } from './invocation.ts';
import { traceHeader } from './trace-header.ts';

/** What a call leaves out, it gets. */
export function toInvocation(
  request: ExecutionRequest,
  streams: boolean,
  { now, uuid }: { now(): number; uuid(): string },
): Invocation {
  const clientContext = request.clientContext === undefined ? undefined : clientContextJson(request.clientContext);
  return {
    requestId: request.requestId ?? uuid(),
    functionArn: request.functionArn,
    payload: request.payload,
    traceId: request.traceId ?? traceHeader(now(), uuid()),
    clientContext,
    streams,
  };
}
