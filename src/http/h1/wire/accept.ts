import { type OnReadOpts, type Server, Socket, type SocketConstructorOpts } from 'node:net';
import { readBuffer } from './read-buffer.ts';
import { readDirectly } from './stream-wrap.ts';
import { type OnSocket, type WireEvents, watch, watchWithData } from './wire-events.ts';

/** The part of `net.Server` that is not in its documentation: what the operating system's handle calls. */
interface AcceptingHandle {
  onconnection?: (status: number, handle: unknown) => void;
}

type HandleOptions = SocketConstructorOpts & { readonly handle: unknown; readonly onread: OnReadOpts };

/**
 * Gives every connection that a listening server accepts to `onSocket`, reading into the shared buffer.
 *
 * `net.connect` can do so by its documented `onread`; `net.createServer` cannot, so the handle's own callback makes the
 * sockets (docs/decisions/0008: a third of the CPU of a proxied request that is not the kernel's). Where a Node version has
 * no such callback, the `connection` event does the same with a buffer for every read.
 */
export function acceptInto(server: Server, onSocket: OnSocket): void {
  server.on('connection', (socket) => {
    socket.setNoDelay(true);
    watchWithData(socket, onSocket(socket));
  });
  const handle = (server as unknown as { readonly _handle?: AcceptingHandle | null })._handle;
  if (typeof handle?.onconnection !== 'function') return;
  const refuse = handle.onconnection;
  const onConnection: typeof refuse = function (this: unknown, status, accepted) {
    if (status !== 0 || accepted === undefined) refuse.call(this, status, accepted);
    else adopt(accepted, onSocket);
  };
  handle.onconnection = onConnection;
}

function adopt(handle: unknown, onSocket: OnSocket): void {
  let events: WireEvents | undefined;
  const buffer = readBuffer();
  const options: HandleOptions = {
    handle,
    allowHalfOpen: true,
    onread: {
      buffer,
      callback(length, bytes) {
        events?.onBytes(bytes as Buffer, length);
        return true;
      },
    },
  };
  const socket = new Socket(options);
  socket.setNoDelay(true);
  const taken = onSocket(socket);
  events = taken;
  readDirectly(socket, (length) => taken.onBytes(buffer, length));
  watch(socket, taken);
}
