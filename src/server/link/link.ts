import type { SendHandle, Serializable } from 'node:child_process';

/** Calls that one end of a link answers: a name, one argument, one result; some come with a socket. */
export type Calls = Record<string, (argument: never, handle: never) => unknown>;

/** The part of `process`, of a `Worker` or of a `MessagePort` that a link needs. */
export interface Channel {
  send(message: Serializable, handle: SendHandle, callback: (error: Error | null) => void): unknown;
  on(event: 'message', listener: (message: unknown, handle?: SendHandle) => void): unknown;
}

/** The child greets; the parent keeps what it has to say until then. */
export type End = 'parent' | 'child';

type Frame =
  | { readonly greeting: true }
  | { readonly call: string; readonly id: number; readonly argument: unknown }
  | Answer;

type Answer =
  | { readonly result: number; readonly value: unknown }
  | { readonly failure: number; readonly message: string };

interface Unsent {
  readonly frame: Frame;
  readonly handle: SendHandle;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The other end of a link. */
export interface Link<Remote extends Calls> {
  call<Name extends keyof Remote & string>(
    name: Name,
    argument: Parameters<Remote[Name]>[0],
    handle?: SendHandle,
  ): Promise<Awaited<ReturnType<Remote[Name]>>>;
  /** Rejects every call that waits and every later one: the other process is gone. */
  close(reason: string): void;
}

/**
 * Typed calls between two processes over Node's IPC channel, both ways on one channel. Arguments and results are copied
 * (structured clone), so bytes travel as bytes.
 *
 * A child of `node:cluster` loses messages that arrive before its modules are loaded, hence the greeting.
 * @param answers what this end does for the other
 */
export function openLink<Local extends Calls, Remote extends Calls>(
  end: End,
  channel: Channel,
  answers: Local,
): Link<Remote> {
  const pending = new Map<number, Pending>();
  let unsent: Unsent[] | undefined = end === 'parent' ? [] : undefined;
  let nextId = 1;
  let closed: string | undefined;

  channel.on('message', (frame, handle) => receive(frame as Frame, handle));
  if (end === 'child') post({ greeting: true });

  function receive(frame: Frame, handle: SendHandle): void {
    if ('greeting' in frame) return flush();
    if ('call' in frame) {
      void answer(frame.call, frame.id, frame.argument, handle);
      return;
    }
    settle(frame);
  }

  function settle(frame: Answer): void {
    const id = 'result' in frame ? frame.result : frame.failure;
    const waiting = pending.get(id);
    pending.delete(id);
    if ('result' in frame) waiting?.resolve(frame.value);
    else waiting?.reject(new Error(frame.message));
  }

  async function answer(name: string, id: number, argument: unknown, handle: SendHandle): Promise<void> {
    try {
      const handler = answers[name];
      if (handler === undefined) throw new Error(`This process answers no call named ${name}.`);
      const value = await handler(argument as never, handle as never);
      post({ result: id, value });
    } catch (error) {
      post({ failure: id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  function flush(): void {
    const waiting = unsent ?? [];
    unsent = undefined;
    for (const { frame, handle } of waiting) post(frame, handle);
  }

  function post(frame: Frame, handle?: SendHandle): void {
    if (closed !== undefined) return;
    if (unsent !== undefined) {
      unsent.push({ frame, handle });
      return;
    }
    channel.send(frame as unknown as Serializable, handle, (error) => {
      if (!error) return;
      // A socket may have been closed meanwhile, which says nothing of the link.
      if (handle !== undefined && 'call' in frame) settle({ failure: frame.id, message: error.message });
      else close(error.message);
    });
  }

  function close(reason: string): void {
    closed ??= reason;
    for (const waiting of pending.values()) waiting.reject(new Error(reason));
    pending.clear();
  }

  return {
    call(name, argument, handle) {
      if (closed !== undefined) return Promise.reject(new Error(closed));
      const id = nextId++;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
        post({ call: name, id, argument }, handle);
      });
    },
    close,
  };
}
