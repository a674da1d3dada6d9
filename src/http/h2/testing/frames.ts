import { connect, type TLSSocket } from 'node:tls';

/** Frame types of HTTP/2 (RFC 9113 section 6). */
export const FRAME = {
  data: 0,
  headers: 1,
  reset: 3,
  settings: 4,
  ping: 6,
  goaway: 7,
  window: 8,
  continuation: 9,
} as const;
export const END_STREAM = 0x1;
export const END_HEADERS = 0x4;
/** Of SETTINGS and PING. */
export const ACK = 0x1;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

/** One frame as bytes (RFC 9113 section 4.1). */
export function frame(type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** A field block of literals without indexing and without Huffman coding (RFC 7541 section 6.2.2). */
export function fieldBlock(fields: readonly (readonly [string, string])[]): Buffer {
  return Buffer.concat(fields.flatMap(([name, value]) => [Buffer.from([0]), literal(name), literal(value)]));
}

function literal(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.length < 127) return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  const length: number[] = [127];
  let rest = bytes.length - 127;
  for (; rest >= 128; rest >>= 7) length.push((rest & 127) | 128);
  return Buffer.concat([Buffer.from([...length, rest]), bytes]);
}

/** The frames of a request without a body whose field block may be of any length. */
export function longRequest(stream: number, fields: readonly (readonly [string, string])[]): Buffer {
  const block = fieldBlock(fields);
  const frames: Buffer[] = [];
  // SETTINGS_MAX_FRAME_SIZE is 16,384 unless agreed otherwise (RFC 9113 section 6.5.2).
  for (let at = 0; at < block.length; at += 16_384) {
    const flags = (at === 0 ? END_STREAM : 0) | (at + 16_384 < block.length ? 0 : END_HEADERS);
    frames.push(frame(at === 0 ? FRAME.headers : FRAME.continuation, flags, stream, block.subarray(at, at + 16_384)));
  }
  return Buffer.concat(frames);
}

/** The four pseudo-header fields of a GET. */
export const GET: readonly (readonly [string, string])[] = [
  [':method', 'GET'],
  [':scheme', 'https'],
  [':path', '/'],
  [':authority', 'localhost'],
];

/** A client that can say things which no HTTP/2 library would. */
export interface RawH2 {
  readonly socket: TLSSocket;
  /** Every frame that has come. */
  readonly frames: Frame[];
  readonly closed: Promise<void>;
  send(...frames: Uint8Array[]): void;
  /** The next or an earlier frame that fits; rejects when the connection ends without one. */
  frame(fits: (frame: Frame) => boolean): Promise<Frame>;
}

/** Connects, agrees on `h2` and sends the preface with empty settings. */
export async function rawH2(port: number): Promise<RawH2> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ALPNProtocols: ['h2'] });
  // Writing to a server that has hung up is what these tests do.
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('secureConnect', resolve));
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  let rest: Buffer = Buffer.alloc(0);
  let ended = false;
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      ended = true;
      for (const look of waiting) look();
      resolve();
    });
  });
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 9 && rest.length >= 9 + rest.readUIntBE(0, 3)) {
      const end = 9 + rest.readUIntBE(0, 3);
      frames.push({
        type: rest.readUInt8(3),
        flags: rest.readUInt8(4),
        stream: rest.readUInt32BE(5),
        payload: rest.subarray(9, end),
      });
      rest = rest.subarray(end);
    }
    for (const look of waiting) look();
  });
  socket.write(Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), frame(FRAME.settings, 0, 0)]));
  return {
    socket,
    frames,
    closed,
    send: (...out) => void socket.write(Buffer.concat(out)),
    frame: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = frames.find(fits);
          if (found === undefined && !ended) return;
          waiting.delete(look);
          if (found === undefined) reject(new Error('The connection ended without such a frame.'));
          else resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
