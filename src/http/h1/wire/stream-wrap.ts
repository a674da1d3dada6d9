import type { Socket } from 'node:net';

/** What Node's own streams hand to a handle with a write, and get told of it when it could not be done at once. */
export interface WriteRequest {
  oncomplete: ((status: number) => void) | undefined;
}

/** The part of a TCP handle that `net.Socket` itself works with. A write gives 0, or a negative error of the system. */
export interface TcpHandle {
  /** Is called after every read, with the handle as `this`; `net.Socket` puts its own here. */
  onread(this: TcpHandle, bytes: unknown): void;
  writeLatin1String(request: WriteRequest, text: string): number;
}

/** What Node's streams are built on. */
export interface StreamWrap {
  newRequest(): WriteRequest;
  /** Whether the last write on any handle is still going on, so that its request will be told of the end. */
  lastWriteIsPending(): boolean;
  /** How many bytes the read that `onread` is called for has given; a negative error of the system, or its end. */
  bytesRead(): number;
}

interface Bindings {
  readonly stream_wrap: {
    readonly WriteWrap: new () => WriteRequest;
    readonly streamBaseState: Int32Array;
    readonly kLastWriteWasAsync: number;
    readonly kReadBytesOrError: number;
  };
  readonly tcp_wrap: { readonly TCP: new () => unknown };
}

type Binding = <Name extends keyof Bindings>(name: Name) => Bindings[Name];

interface Loaded extends StreamWrap {
  readonly TCP: new () => unknown;
}

/**
 * `process.binding` is deprecated in documentation only, and there is no other way to what stands below streams
 * (docs/decisions/0017). A Node version without it, or one that forbids it, serves all the same: by `socket.write`.
 */
function load(): Loaded | undefined {
  try {
    const binding = (process as unknown as { readonly binding: Binding }).binding.bind(process) as Binding;
    const { WriteWrap, streamBaseState, kLastWriteWasAsync, kReadBytesOrError } = binding('stream_wrap');
    const { TCP } = binding('tcp_wrap');
    const classes = [WriteWrap, TCP].every((made) => typeof made === 'function');
    const places = [kLastWriteWasAsync, kReadBytesOrError].every((place) => typeof streamBaseState[place] === 'number');
    if (!classes || !places) return undefined;
    return {
      TCP,
      newRequest: () => new WriteWrap(),
      lastWriteIsPending: () => streamBaseState[kLastWriteWasAsync] !== 0,
      bytesRead: () => streamBaseState[kReadBytesOrError] as number,
    };
  } catch {
    return undefined;
  }
}

const loaded = load();

/** Undefined where Node does not let us. */
export const streamWrap: StreamWrap | undefined = loaded;

/** The handle of a connected TCP socket; undefined for any other, and once it is closed. */
export function tcpHandleOf(socket: Socket): TcpHandle | undefined {
  const handle = (socket as unknown as { readonly _handle?: unknown })._handle;
  return loaded !== undefined && handle instanceof loaded.TCP ? (handle as unknown as TcpHandle) : undefined;
}

/**
 * Lets what a socket reads into its own buffer (`onread`) come straight from its handle; everything else about reading, its
 * end and its errors too, stays the socket's.
 * @param onBytes takes the number of bytes that lie in the buffer
 */
export function readDirectly(socket: Socket, onBytes: (length: number) => void): void {
  const handle = tcpHandleOf(socket);
  const wrap = loaded;
  if (handle === undefined || wrap === undefined || typeof handle.onread !== 'function') return;
  const otherwise = handle.onread;
  const onRead: typeof otherwise = function (bytes) {
    const length = wrap.bytesRead();
    if (length > 0 && bytes === undefined) onBytes(length);
    else otherwise.call(this, bytes);
  };
  handle.onread = onRead;
}
