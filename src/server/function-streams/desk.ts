import type {
  InvocationRefusal,
  InvocationRequest,
  StreamEnd,
  StreamedInvocation,
  StreamingInvoker,
} from '../../model/index.ts';

/** A streamed answer's beginning, and the number by which its pieces are asked for. */
export interface StreamHead extends Pick<StreamedInvocation, 'kind' | 'executedVersion' | 'contentType'> {
  readonly id: number;
}

/** What was there to be read: a piece, or the end. */
export type AnswerPiece = IteratorResult<Uint8Array, StreamEnd>;

/** What one worker may ask for. Pieces are asked for one by one, so a slow client slows its function and fills no memory. */
export type StreamCalls = {
  openStream(request: Omit<InvocationRequest, 'type'>): Promise<StreamHead | InvocationRefusal>;
  /** Waits for the next piece; not called again before it has answered. */
  readStream(id: number): Promise<AnswerPiece>;
  /** Nobody reads on. */
  leaveStream(id: number): void;
};

/** The streams that one worker reads. */
export interface StreamDesk {
  readonly answers: StreamCalls;
  /** The worker is gone: nobody reads on. */
  close(): void;
}

export function createStreamDesk(invokeStreaming: StreamingInvoker['invokeStreaming']): StreamDesk {
  const bodies = new Map<number, StreamedInvocation['body']>();
  let lastId = 0;
  let isClosed = false;
  const leave = (id: number) => {
    const body = bodies.get(id);
    bodies.delete(id);
    void body?.return?.();
  };

  return {
    answers: {
      async openStream(request) {
        const result = await invokeStreaming(request);
        if (result.kind === 'refused') return result;
        const { kind, executedVersion, contentType, body } = result;
        lastId += 1;
        bodies.set(lastId, body);
        // Nobody would read it, and what is not read holds its function up.
        if (isClosed) leave(lastId);
        return { kind, executedVersion, contentType, id: lastId };
      },
      async readStream(id) {
        const next = await bodies.get(id)?.next();
        if (next === undefined) throw new Error('The stream has been left.');
        if (next.done === true) bodies.delete(id);
        return next;
      },
      leaveStream: leave,
    },
    close() {
      isClosed = true;
      for (const id of bodies.keys()) leave(id);
    },
  };
}
