import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyTooLargeError, type Exchange } from '../exchange.ts';
import type { TlsListener } from '../tls/index.ts';
import { ask, h2Client } from './testing/client.ts';
import { serve } from './testing/serve.ts';

let listener: TlsListener;
let session: ClientHttp2Session;

async function start(onExchange: (exchange: Exchange) => void): Promise<ClientHttp2Session> {
  listener = await serve(onExchange);
  session = h2Client(listener.port);
  return session;
}

afterEach(async () => {
  session.destroy();
  await listener.close(0);
});

const text = (exchange: Exchange, body: string): void => exchange.respond(200, [], Buffer.from(body));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a request', () => {
  it('arrives with its fields in order, its peer and its protocol', async () => {
    let seen: Exchange | undefined;
    await start((exchange) => {
      seen = exchange;
      text(exchange, '');
    });
    await ask(session, { ':path': '/a%2F?b', ':method': 'PATCH', 'x-b': ['1', '2'], 'x-latin': 'caf\xe9' });
    expect(seen?.method).toBe('PATCH');
    expect(seen?.target).toBe('/a%2F?b');
    expect(seen?.httpVersion).toBe('HTTP/2.0');
    expect(seen?.headers).toEqual(['Host', `localhost:${listener.port}`, 'x-b', '1', 'x-b', '2', 'x-latin', 'caf\xe9']);
    expect(seen?.peer).toMatchObject({ address: '127.0.0.1', encrypted: true });
  });

  it('with two different hosts is answered with 400 and seen by nobody (RFC 9113 section 8.3.1)', async () => {
    let calls = 0;
    await start((exchange) => {
      calls++;
      text(exchange, '');
    });
    const { headers } = await ask(session, { ':path': '/', ':authority': 'a.example', host: 'b.example' });
    expect(headers[':status']).toBe(400);
    expect(calls).toBe(0);
  });

  it('is one of many at the same time', async () => {
    await start((exchange) => void pause(Math.random() * 20).then(() => text(exchange, exchange.target)));
    const paths = Array.from({ length: 100 }, (_, i) => `/${i}`);
    const answers = await Promise.all(paths.map((path) => ask(session, { ':path': path })));
    expect(answers.map((answer) => answer.body)).toEqual(paths);
  });
});

it('that nobody will answer is reset', async () => {
  await start((exchange) => exchange.abandon());
  await expect(ask(session, { ':path': '/' })).rejects.toThrow(/NGHTTP2_INTERNAL_ERROR/);
});

describe('reading a body', () => {
  const limited = (exchange: Exchange): void => {
    exchange.readBody(4).then(
      (body) => text(exchange, `got ${body}`),
      (error: unknown) => exchange.respond(413, [], Buffer.from(String(error instanceof BodyTooLargeError))),
    );
  };

  it('takes one up to the limit and refuses one byte more, declared or not', async () => {
    await start(limited);
    const post = (body: string | Buffer, fields = {}): ReturnType<typeof ask> =>
      ask(session, { ':method': 'POST', ':path': '/', ...fields }, body);
    expect((await post('abcd')).body).toBe('got abcd');
    expect((await post('')).body).toBe('got ');
    expect(await post('abcde')).toMatchObject({ headers: { ':status': 413 }, body: 'true' });
    expect(await post('abcde', { 'content-length': '5' })).toMatchObject({ headers: { ':status': 413 }, body: 'true' });
    expect((await ask(session, { ':path': '/' })).body).toBe('got ');
  });

  it('that nobody wanted ends with the response, and the connection goes on', async () => {
    await start((exchange) => text(exchange, 'enough'));
    const stream = session.request({ ':method': 'POST', ':path': '/' });
    stream.write(Buffer.alloc(1_000_000));
    stream.resume();
    await new Promise((resolve) => stream.once('close', resolve));
    // RFC 9113 section 8.1: after a whole response, NO_ERROR asks the client to stop sending.
    expect(stream.rstCode).toBe(0);
    expect((await ask(session, { ':path': '/' })).body).toBe('enough');
  });

  it('fails for whoever still reads when the response is over, instead of looking whole', async () => {
    let outcome: unknown;
    await start((exchange) => {
      const read = async (): Promise<void> => {
        for await (const chunk of exchange.streamBody()) if (chunk.length > 0) text(exchange, 'early');
      };
      outcome = read().then(
        () => 'whole',
        () => 'broken',
      );
    });
    const stream = session.request({ ':method': 'POST', ':path': '/' });
    stream.write('half');
    stream.resume();
    await new Promise((resolve) => stream.once('close', resolve));
    expect(await outcome).toBe('broken');
  });

  it('says 100 Continue only when the body is wanted (RFC 9110 section 10.1.1)', async () => {
    await start((exchange) => {
      if (exchange.target === '/no') text(exchange, 'no');
      else void exchange.readBody(10).then((body) => text(exchange, String(body)));
    });
    const post = async (path: string): Promise<boolean> => {
      const stream = session.request({ ':method': 'POST', ':path': path, expect: '100-continue' });
      let continued = false;
      stream.on('continue', () => {
        continued = true;
        stream.end('hi');
      });
      stream.resume();
      await new Promise((resolve) => stream.once('response', resolve));
      stream.close();
      return continued;
    };
    expect(await post('/yes')).toBe(true);
    expect(await post('/no')).toBe(false);
  });

  it('streams it, and stops the client while nobody reads', async () => {
    let source: AsyncIterator<Uint8Array> | undefined;
    await start((exchange) => {
      source = exchange.streamBody()[Symbol.asyncIterator]();
    });
    const stream = session.request({ ':method': 'POST', ':path': '/' });
    let sent = 0;
    const send = (): void => {
      for (let more = true; more && sent < 160; sent++) more = stream.write(Buffer.alloc(65_536));
      if (sent < 160) stream.once('drain', send);
    };
    send();
    await pause(100);
    expect((await source?.next())?.done).toBe(false);
    await pause(100);
    const sentWhileNobodyRead = sent;
    let size = 65_536;
    const read = async (): Promise<void> => {
      for (let part = await source?.next(); part?.done === false; part = await source?.next())
        size += part.value.length;
    };
    stream.once('drain', () => undefined);
    const reading = read();
    while (sent < 160) await pause(5);
    stream.end();
    await reading;
    expect(sentWhileNobodyRead).toBeLessThan(20);
    expect(size).toBeGreaterThan(159 * 65_536);
  });
});

describe('a response', () => {
  it('has its fields and a length', async () => {
    await start((exchange) =>
      exchange.respond(201, ['X-B', '1', 'Set-Cookie', 'a', 'Set-Cookie', 'b'], Buffer.from('hey')),
    );
    const { headers, body } = await ask(session, { ':path': '/' });
    expect(headers).toMatchObject({ ':status': 201, 'x-b': '1', 'set-cookie': ['a', 'b'], 'content-length': '3' });
    expect(body).toBe('hey');
  });

  it('can be empty', async () => {
    await start((exchange) => exchange.respond(200, [], Buffer.alloc(0)));
    expect(await ask(session, { ':path': '/' })).toMatchObject({ headers: { 'content-length': '0' }, body: '' });
  });

  it.each([
    ['HEAD', 200, '3'],
    ['GET', 204, undefined],
    ['GET', 205, undefined],
    ['GET', 304, undefined],
  ])('to %s with %i carries no body (RFC 9110 section 6.4.1)', async (method, status, length) => {
    let released = false;
    await start((exchange) => {
      if (exchange.target === '/bytes') return exchange.respond(status, [], Buffer.from('hey'));
      async function* body(): AsyncGenerator<Uint8Array> {
        try {
          yield Buffer.from('hey');
        } finally {
          released = true;
        }
      }
      const started = body();
      void started.next().then(() => exchange.respond(status, [], started));
    });
    const { headers, body } = await ask(session, { ':path': '/bytes', ':method': method });
    expect([body, headers['content-length']]).toEqual(['', length]);
    expect((await ask(session, { ':path': '/stream', ':method': method })).body).toBe('');
    expect(released).toBe(true);
  });

  it('streams piece by piece and waits for a slow reader', async () => {
    let produced = 0;
    await start((exchange) => {
      async function* body(): AsyncGenerator<Uint8Array> {
        for (; produced < 200; produced++) yield Buffer.alloc(65_536);
      }
      exchange.respond(200, [], body());
    });
    const stream = session.request({ ':path': '/' });
    await pause(100);
    const producedWhileNobodyRead = produced;
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
    });
    await new Promise((resolve) => stream.once('end', resolve));
    expect(producedWhileNobodyRead).toBeLessThan(20);
    expect(size).toBe(200 * 65_536);
  });

  it('breaks off when its stream fails, so that nobody takes half a body for a whole one', async () => {
    await start((exchange) => {
      async function* body(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('half');
        await pause(20);
        throw new Error('upstream died');
      }
      exchange.respond(200, [], body());
    });
    // INTERNAL_ERROR (RFC 9113 section 7).
    await expect(ask(session, { ':path': '/' })).rejects.toThrow(/INTERNAL_ERROR/);
  });

  it('throws for a field with a line break and can then still be given', async () => {
    await start((exchange) => {
      try {
        exchange.respond(200, ['X-A', 'a\r\nX-B: b'], Buffer.alloc(0));
      } catch {
        exchange.respond(500, [], Buffer.alloc(0));
      }
    });
    expect((await ask(session, { ':path': '/' })).headers).toMatchObject({ ':status': 500 });
  });
});

it('throws for a length that is not the one of the body, and passes on what a HEAD declares', async () => {
  await start((exchange) => {
    try {
      exchange.respond(200, ['Content-Length', '5'], Buffer.from('hey'));
    } catch {
      exchange.respond(500, [], Buffer.alloc(0));
    }
  });
  expect((await ask(session, { ':path': '/' })).headers).toMatchObject({ ':status': 500 });
  const head = await ask(session, { ':path': '/', ':method': 'HEAD' });
  expect(head.headers).toMatchObject({ ':status': 200, 'content-length': '5' });
});

describe('leaving', () => {
  it('aborts the signal when the client resets the stream, and answering then does nothing', async () => {
    let released = false;
    const aborted = new Promise<void>((resolve) => {
      let stream: ClientHttp2Stream | undefined;
      void start((exchange) => {
        setTimeout(() => stream?.close(8), 30);
        exchange.signal.addEventListener('abort', () => {
          async function* body(): AsyncGenerator<Uint8Array> {
            try {
              yield Buffer.from('late');
            } finally {
              released = true;
            }
          }
          const late = body();
          void late.next().then(() => {
            exchange.respond(200, [], late);
            exchange.respond(200, [], Buffer.from('late'));
            resolve();
          });
        });
      }).then(() => {
        stream = session.request({ ':path': '/' });
        stream.on('error', () => undefined);
      });
    });
    await aborted;
    await pause(5);
    expect(released).toBe(true);
  });

  it('aborts the signal when the connection breaks, and a body that was being read fails', async () => {
    const failed = new Promise<unknown>((resolve) => {
      void start((exchange) => {
        exchange.readBody(1_000).catch((error: unknown) => resolve([error instanceof Error, exchange.signal.aborted]));
        setTimeout(() => session.destroy(), 30);
      }).then(() => {
        const stream = session.request({ ':method': 'POST', ':path': '/' });
        stream.on('error', () => undefined);
        stream.write('half');
      });
    });
    expect(await failed).toEqual([true, true]);
  });

  it('does not abort the signal of an exchange that ended well', async () => {
    let signal: AbortSignal | undefined;
    await start((exchange) => {
      signal = exchange.signal;
      text(exchange, 'ok');
    });
    await ask(session, { ':path': '/' });
    await pause(5);
    expect(signal?.aborted).toBe(false);
  });
});
