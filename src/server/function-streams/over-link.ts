import type { StreamEnd, StreamingInvoker } from '../../model/index.ts';
import type { Link } from '../link/index.ts';
import type { StreamCalls } from './desk.ts';

/** Calls for streamed answers, as a worker makes them. A control process that is gone ends a stream with an error. */
export function streamingOver(link: Link<StreamCalls>): StreamingInvoker['invokeStreaming'] {
  return async (request, signal) => {
    const head = await link.call('openStream', request).catch(unreachable);
    if (head.kind === 'refused') return head;
    const { id, kind, executedVersion, contentType } = head;
    const leave = () => void link.call('leaveStream', id).catch(() => undefined);
    if (signal?.aborted) {
      leave();
      throw signal.reason;
    }
    return {
      kind,
      executedVersion,
      contentType,
      body: {
        next: () => link.call('readStream', id).catch(brokenOff),
        async return() {
          leave();
          return { done: true, value: { logTail: '' } };
        },
      },
    };
  };
}

function unreachable(error: Error) {
  return { kind: 'refused', reason: 'ServiceFailure', message: error.message } as const;
}

function brokenOff(error: Error): { readonly done: true; readonly value: StreamEnd } {
  return { done: true, value: { error: { code: 'ServiceException', details: error.message }, logTail: '' } };
}
