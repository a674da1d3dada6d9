import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../exchange.ts';
import type { TlsListener } from '../tls/index.ts';
import type { H2Limits } from './limits.ts';
import { ask, h2Client } from './testing/client.ts';
import {
  ACK,
  END_HEADERS,
  END_STREAM,
  FRAME,
  fieldBlock,
  frame,
  GET,
  longRequest,
  type RawH2,
  rawH2,
} from './testing/frames.ts';
import { serve } from './testing/serve.ts';

/** Error codes of RFC 9113 section 7. */
const CODE = { none: 0, protocol: 1, internal: 2, refused: 7, cancel: 8 } as const;

let listener: TlsListener;
let exchanges: Exchange[];

async function start(
  onExchange: (exchange: Exchange) => void = (exchange) => exchange.respond(200, [], Buffer.from('ok')),
  limits: Partial<H2Limits> = {},
): Promise<RawH2> {
  exchanges = [];
  listener = await serve((exchange) => {
    exchanges.push(exchange);
    onExchange(exchange);
  }, limits);
  return rawH2(listener.port);
}

afterEach(async () => {
  await listener.close(0);
});

const request = (stream: number, fields = GET, flags = END_STREAM): Buffer =>
  frame(FRAME.headers, END_HEADERS | flags, stream, fieldBlock(fields));
const code = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const reset = (stream: number): Buffer => frame(FRAME.reset, 0, stream, code(CODE.cancel));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The code with which the server reset a stream. */
const resetCode = async (client: RawH2, stream: number): Promise<number> =>
  (await client.frame((each) => each.type === FRAME.reset && each.stream === stream)).payload.readUInt32BE();
/** The code with which the server ended the connection. */
const goawayCode = async (client: RawH2): Promise<number> => {
  await client.closed;
  return client.frames.findLast((each) => each.type === FRAME.goaway)?.payload.readUInt32BE(4) ?? -1;
};

/** After whatever a test did, the listener must serve the next client. */
async function stillServes(): Promise<void> {
  const session = h2Client(listener.port);
  expect((await ask(session, { ':path': '/' })).headers[':status']).toBe(200);
  session.close();
}

describe('malformed requests (RFC 9113 section 8.1.1) are seen by nobody', () => {
  const post = GET.map(([name, value]): readonly [string, string] => [name, name === ':method' ? 'POST' : value]);
  it.each([
    ['transfer-encoding', [...post, ['transfer-encoding', 'chunked']]],
    ['connection', [...GET, ['connection', 'close']]],
    ['an upper-case name', [...GET, ['X-A', 'b']]],
    ['two paths', [...GET, [':path', '/b']]],
    ['a pseudo-header field after the others', [['x', 'y'], ...GET]],
    ['no method', GET.slice(1)],
    ['two lengths', [...post, ['content-length', '1'], ['content-length', '2']]],
    ['te that is not trailers', [...GET, ['te', 'gzip']]],
  ] as const)('%s', async (_name, fields) => {
    const client = await start();
    client.send(request(1, fields as typeof GET));
    expect(await resetCode(client, 1)).toBe(CODE.protocol);
    expect(exchanges).toEqual([]);
    client.send(request(3));
    await client.frame((each) => each.type === FRAME.data && each.stream === 3);
  });

  it('a body shorter than its declared length: the exchange ends as broken', async () => {
    const client = await start((exchange) => void exchange.readBody(100).catch(() => undefined));
    client.send(
      request(1, [...post, ['content-length', '5']], 0),
      frame(FRAME.data, END_STREAM, 1, Buffer.from('abc')),
    );
    expect(await resetCode(client, 1)).toBe(CODE.protocol);
    expect(exchanges[0]?.signal.aborted).toBe(true);
    await expect(exchanges[0]?.readBody(100)).rejects.toThrow();
  });

  it.each([
    ['a line break', 'a\r\nx-injected: b'],
    ['NUL', 'a\0b'],
  ])('%s in a value never arrives', async (_name, value) => {
    const client = await start();
    client.send(request(1, [...GET, ['x-a', value]]));
    await Promise.race([client.frame((each) => each.stream === 1), client.closed]);
    expect(exchanges.flatMap((exchange) => exchange.headers).join()).not.toContain('x-injected');
    expect(exchanges.flatMap((exchange) => exchange.headers)).not.toContain('x-a');
  });
});

describe('limits', () => {
  it('refuses streams beyond its concurrency (RFC 9113 section 5.1.2)', async () => {
    const client = await start(() => undefined, { maxConcurrentStreams: 2 });
    const settings = await client.frame((each) => each.type === FRAME.settings && each.flags === 0);
    // SETTINGS_MAX_CONCURRENT_STREAMS is 3.
    expect(settings.payload.toString('hex')).toContain('000300000002');
    client.send(request(1), request(3), request(5));
    expect(await resetCode(client, 5)).toBe(CODE.refused);
    expect(exchanges).toHaveLength(2);
  });

  const fieldsOf = (count: number, bytes: number): [string, string][] =>
    Array.from({ length: count }, () => ['x-a', 'a'.repeat(bytes)]);

  it('takes 65,536 bytes of header fields and answers 431 to more, acknowledged or not', async () => {
    const client = await start();
    client.send(longRequest(1, [...GET, ...fieldsOf(8, 8_000)]));
    await client.frame((each) => each.type === FRAME.data && each.stream === 1);
    client.send(longRequest(3, [...GET, ...fieldsOf(9, 8_000)]));
    const refusal = await client.frame((each) => each.stream === 3);
    expect(refusal.type).toBe(FRAME.headers);
    expect(refusal.payload.toString('latin1')).toContain('431');
    client.send(frame(FRAME.settings, ACK, 0), longRequest(5, [...GET, ...fieldsOf(9, 8_000)]));
    await resetCode(client, 5);
    client.send(longRequest(7, [...GET, ...fieldsOf(2_100, 0)]));
    await resetCode(client, 7);
    expect(exchanges).toHaveLength(1);
    await stillServes();
  });

  it('closes a connection without requests, PING or not', async () => {
    const client = await start(undefined, { idleMs: 80 });
    client.send(request(1));
    const pings = setInterval(() => client.send(frame(FRAME.ping, 0, 0, Buffer.alloc(8))), 10);
    const startedAtMs = performance.now();
    expect(await goawayCode(client)).toBe(CODE.none);
    clearInterval(pings);
    expect(performance.now() - startedAtMs).toBeGreaterThan(70);
  });

  it('keeps a connection whose request takes longer than that', async () => {
    const client = await start(
      (exchange) => void pause(150).then(() => exchange.respond(200, [], Buffer.from('late'))),
      {
        idleMs: 50,
        streamStallMs: 50,
      },
    );
    client.send(request(1));
    expect(String((await client.frame((each) => each.type === FRAME.data)).payload)).toBe('late');
  });

  it('gives up a request whose body stops coming', async () => {
    const client = await start((exchange) => void exchange.readBody(1_000).catch(() => undefined), {
      streamStallMs: 60,
    });
    client.send(request(1, GET, 0), frame(FRAME.data, 0, 1, Buffer.from('half')));
    expect(await resetCode(client, 1)).toBe(CODE.internal);
  });

  it('gives up a response that the client does not take, though it keeps the connection busy', async () => {
    const client = await start((exchange) => exchange.respond(200, [], Buffer.alloc(1_000_000)), { streamStallMs: 60 });
    client.send(request(1));
    const pings = setInterval(() => client.send(frame(FRAME.ping, 0, 0, Buffer.alloc(8))), 20);
    expect(await resetCode(client, 1)).toBe(CODE.internal);
    clearInterval(pings);
  });

  it('waits for a backend that pauses in the middle of a response', async () => {
    const client = await start(
      (exchange) => {
        async function* slow(): AsyncGenerator<Uint8Array> {
          yield Buffer.from('one');
          await pause(200);
          yield Buffer.from('two');
        }
        exchange.respond(200, [], slow());
      },
      { streamStallMs: 50 },
    );
    client.send(request(1));
    expect(String((await client.frame((each) => String(each.payload) === 'two')).payload)).toBe('two');
  });
});

describe('abuse ends the connection, and the listener serves on', () => {
  it('opening and resetting streams (CVE-2023-44487)', async () => {
    const client = await start((exchange) => void pause(50).then(() => exchange.respond(200, [], Buffer.from('ok'))));
    for (let stream = 1; stream < 4_000; stream += 2) client.send(request(stream), reset(stream));
    await client.closed;
    expect(exchanges.length).toBeLessThan(300);
    expect(exchanges.every((exchange) => exchange.signal.aborted)).toBe(true);
    await stillServes();
  });

  it('making the server reset streams (CVE-2025-8671)', async () => {
    const client = await start((exchange) => {
      // The one that comes last is of another client.
      if (exchange.target !== '/first') exchange.respond(200, [], Buffer.from('ok'));
    });
    const first = GET.map(([name, value]): readonly [string, string] => [name, name === ':path' ? '/first' : value]);
    // An increment of nothing is a stream error (RFC 9113 section 6.9).
    for (let stream = 1; stream < 4_000; stream += 2)
      client.send(request(stream, first), frame(FRAME.window, 0, stream, Buffer.alloc(4)));
    await client.closed;
    expect(exchanges.length).toBeLessThan(2_000);
    await stillServes();
  });

  it.each([
    ['PING', frame(FRAME.ping, 0, 0, Buffer.alloc(8))],
    ['SETTINGS', frame(FRAME.settings, 0, 0)],
  ])('floods of %s whose answers nobody reads (CVE-2019-9512, CVE-2019-9515)', async (_name, flood) => {
    const client = await start();
    client.socket.pause();
    const many = Buffer.concat(Array.from({ length: 20_000 }, () => flood));
    let hungUp = false;
    client.socket.once('close', () => {
      hungUp = true;
    });
    for (let i = 0; i < 200 && !hungUp; i++) {
      client.socket.write(many);
      await pause(1);
      if (i === 150) client.socket.resume();
    }
    await client.closed;
    await stillServes();
  });

  it('a field block without end (CVE-2024-27983)', async () => {
    const client = await start();
    client.send(frame(FRAME.headers, END_STREAM, 1, fieldBlock(GET)));
    const more = frame(FRAME.continuation, 0, 1, fieldBlock([['x-a', 'a'.repeat(1_000)]]));
    for (let i = 0; i < 1_000 && !client.socket.destroyed; i++) client.send(more);
    await client.closed;
    expect(exchanges).toEqual([]);
    await stillServes();
  });

  it('frames that are none: Node says so and goes deaf, and the idle time ends it', async () => {
    const client = await start(undefined, { idleMs: 100 });
    client.send(frame(FRAME.data, 0, 0, Buffer.from('data on stream 0')));
    expect(await goawayCode(client)).toBe(CODE.protocol);
    await stillServes();
  });
});

describe('draining', () => {
  it('serves what is open, names it as the last, then closes (RFC 9113 section 6.8)', async () => {
    const waiting: (() => void)[] = [];
    const client = await start((exchange) =>
      waiting.push(() => exchange.respond(200, [], Buffer.from(exchange.target))),
    );
    client.send(frame(FRAME.settings, ACK, 0), request(1));
    await pause(20);
    const closed = listener.close(5_000);
    const goaway = await client.frame((each) => each.type === FRAME.goaway);
    expect(goaway.payload.readUInt32BE()).toBe(1);
    expect(goaway.payload.readUInt32BE(4)).toBe(CODE.none);
    // On its way while the server said goodbye.
    client.send(request(3));
    await pause(20);
    for (const finish of waiting) finish();
    await client.closed;
    await closed;
    expect(client.frames.filter((each) => each.type === FRAME.data && each.payload.length > 0)).toHaveLength(1);
    expect(exchanges).toHaveLength(1);
  });

  it('answers every request or has never begun it, so that a client can repeat it without harm', async () => {
    await start((exchange) => void pause(5).then(() => exchange.respond(200, [], Buffer.from('ok'))));
    const session = h2Client(listener.port);
    const answers: Promise<unknown>[] = [];
    const asking = setInterval(() => {
      if (session.closed) return;
      answers.push(ask(session, { ':path': '/' }));
      answers.at(-1)?.catch(() => undefined);
    }, 1);
    await vi.waitFor(() => expect(exchanges.length).toBeGreaterThan(10), { timeout: 10_000, interval: 1 });
    await listener.close(5_000);
    clearInterval(asking);
    const outcomes = await Promise.allSettled(answers);
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(failures.filter((failure) => !failure.includes('NGHTTP2_REFUSED_STREAM'))).toEqual([]);
    expect(outcomes.length - failures.length).toBe(exchanges.length);
  });

  it('breaks off what is still running after the grace time', async () => {
    await start(() => undefined);
    const session = h2Client(listener.port);
    const answer = ask(session, { ':path': '/' });
    answer.catch(() => undefined);
    await vi.waitFor(() => expect(exchanges).toHaveLength(1), { timeout: 10_000 });
    await listener.close(30);
    await expect(answer).rejects.toThrow();
    await vi.waitFor(() => expect(exchanges.at(-1)?.signal.aborted).toBe(true), { timeout: 10_000 });
  });

  it('is over at once when the client goes by itself', async () => {
    const client = await start();
    const closed = listener.close(5_000);
    const startedAtMs = performance.now();
    client.socket.destroy();
    await closed;
    // Before the second that it is given to leave.
    expect(performance.now() - startedAtMs).toBeLessThan(900);
  });
});
