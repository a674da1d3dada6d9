import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What is sent in one or two writes: all at once, or the head first and the body when the head has been read. */
export interface Message {
  readonly head: string;
  readonly body: Buffer;
  readonly apart: boolean;
}

/** Longer than it takes the other end to see the head without its body. */
const APART_MS = 10;

async function send(socket: Socket, { head, body, apart }: Message): Promise<void> {
  if (!apart) {
    socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]));
    return;
  }
  socket.write(head, 'latin1');
  await new Promise((resolve) => setTimeout(resolve, APART_MS));
  socket.write(body);
}

/** A message that has come whole, as bytes in a string; undefined while it has not. Chunked ones must be short. */
function wholeMessage(received: string): string | undefined {
  const headEnd = received.indexOf('\r\n\r\n') + 4;
  if (headEnd < 4) return undefined;
  const head = received.slice(0, headEnd);
  if (/^transfer-encoding: chunked/im.test(head)) {
    const end = received.indexOf('\r\n0\r\n\r\n', headEnd - 2);
    return end < 0 ? undefined : received.slice(0, end + 7);
  }
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  return received.length < headEnd + length ? undefined : received.slice(0, headEnd + length);
}

/** A backend that keeps what it received, byte for byte, and says what it is told to. */
export async function startRawBackend(): Promise<{
  readonly port: number;
  readonly received: string[];
  reply: Message;
  close(): void;
}> {
  const sockets = new Set<Socket>();
  const backend = {
    port: 0,
    received: [] as string[],
    reply: { head: 'HTTP/1.1 204 No Content\r\n\r\n', body: Buffer.alloc(0), apart: false } as Message,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', async (bytes) => {
      text += bytes.toString('latin1');
      const request = wholeMessage(text);
      if (request === undefined) return;
      text = text.slice(request.length);
      backend.received.push(request);
      const { reply } = backend;
      await send(socket, reply);
      if (/^connection: close/im.test(reply.head)) socket.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  backend.port = (server.address() as AddressInfo).port;
  return backend;
}

/** Sends one request over a connection of its own; gives the whole response, byte for byte. */
export async function exchangeRaw(port: number, request: Message): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  let text = '';
  const whole = new Promise<string>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`closed after ${JSON.stringify(text)}`)));
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      const response = wholeMessage(text);
      if (response !== undefined) resolve(response);
    });
  });
  await send(socket, request);
  const response = await whole;
  socket.destroy();
  return response;
}
