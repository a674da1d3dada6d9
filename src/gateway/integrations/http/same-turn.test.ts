import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closing } from '../../testing/cleanup.ts';
import { startBackend, startGateway } from '../../testing/harness.ts';
import { exchangeRaw, startRawBackend } from '../../testing/raw-exchange.ts';
import { integration } from '../../testing/snapshots.ts';

const keep = closing();
const PATH = '/restapis/api1234567/dev/_user_request_/x';

const gatewayTo = (uri: string, type: 'HTTP' | 'HTTP_PROXY' = 'HTTP_PROXY') => {
  const integrationResponses = { '200': { statusCode: '200', responseParameters: HEADERS_BACK } };
  const methodIntegration = integration({ type, httpMethod: 'ANY', uri, integrationResponses });
  const methodResponses = { '200': { statusCode: '200' } };
  return keep(startGateway({ methods: { '/x': { ANY: { methodIntegration, methodResponses } } } }));
};
/** For HTTP, by which nothing goes back unmapped. */
const HEADERS_BACK = { 'method.response.header.X-Back': 'integration.response.header.X-Cache' };

/** Ids that the client chooses, so that only `Date` and `x-amz-apigw-id` differ between two answers. */
const IDS =
  'X-Amzn-RequestId: 0b2f1d6c-5a51-4d7f-9a3c-6f6f0c8f7a11\r\n' +
  'X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678\r\n';
const comparable = (answer: string) => answer.replace(/^(Date|x-amz-apigw-id): .*\r\n/gm, '');

const fieldLine = fc
  .tuple(
    fc.constantFrom(
      ...[
        'Accept',
        'accept',
        'User-Agent',
        'Authorization',
        'X-Forwarded-For',
        'x-own',
        'X-OWN',
        'Via',
        'TE',
        'Server',
      ],
      ...['Set-Cookie', 'Content-Type', 'WWW-Authenticate', 'Age', 'Keep-Alive', 'x-amzn-requestid2', 'X-Cache'],
    ),
    fc.constantFrom('', 'a', 'a, b;q=0.1', 'AWS4-HMAC-SHA256 Credential=x', 'text/plain; charset=utf-8', '\xe9\xff'),
  )
  .map(([name, value]) => `${name}: ${value}\r\n`);
const fields = fc.array(fieldLine, { maxLength: 6 }).map((lines) => lines.join(''));
const bytes = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc.uint8Array({ minLength: 1, maxLength: 64 }).map((array) => Buffer.from(array)),
  fc.integer({ min: 1_000, max: 20_000 }).map((length) => Buffer.alloc(length, 'z')),
);

function framed(body: Buffer, chunked: boolean): { line: string; body: Buffer } {
  if (!chunked) return { line: `Content-Length: ${body.length}\r\n`, body };
  const piece = body.length === 0 ? [] : [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')];
  return { line: 'Transfer-Encoding: chunked\r\n', body: Buffer.concat([...piece, Buffer.from('0\r\n\r\n')]) };
}

// What is sent in the turn in which it came is the peer of what had to be waited for, and the other way round.
it.each(['HTTP_PROXY', 'HTTP'] as const)(
  'an exchange by %s is the same, byte for byte, whether bodies come with their heads or after them',
  async (type) => {
    const backend = await keep(startRawBackend());
    const { port } = await gatewayTo(`http://127.0.0.1:${backend.port}/target?own=1`, type);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
          query: fc.constantFrom('', '?', '?a=1&a=%20', '?a+b;c'),
          requestFields: fields,
          requestBody: bytes,
          requestChunked: fc.boolean(),
          status: fc.constantFrom(200, 201, 302, 404, 418, 500, 503),
          responseFields: fields,
          responseBody: bytes,
          responseChunked: fc.boolean(),
        }),
        async (given) => {
          const request = framed(given.requestBody, given.requestChunked);
          const response = framed(given.responseBody, given.responseChunked);
          const requestHead = `${given.method} ${PATH}${given.query} HTTP/1.1\r\nHost: h:81\r\n${IDS}${given.requestFields}${request.line}\r\n`;
          const responseHead = `HTTP/1.1 ${given.status} Whatever\r\n${given.responseFields}${response.line}\r\n`;
          const seen = new Set<string>();
          for (const [requestApart, responseApart] of [
            ...[[false, false] as const, [true, false] as const],
            ...[[false, true] as const, [true, true] as const],
          ]) {
            backend.received.length = 0;
            backend.reply = { head: responseHead, body: response.body, apart: responseApart };
            const answer = await exchangeRaw(port, { head: requestHead, body: request.body, apart: requestApart });
            seen.add(JSON.stringify([backend.received, comparable(answer)]));
          }
          expect([...seen]).toHaveLength(1);
          const [[sent = ''], answer] = JSON.parse([...seen][0] ?? '') as [string[], string];
          const carries = type === 'HTTP_PROXY' || !['GET', 'OPTIONS'].includes(given.method);
          expect(sent.endsWith(`\r\n\r\n${carries ? given.requestBody.toString('latin1') : ''}`)).toBe(true);
          expect(answer.endsWith(`\r\n\r\n${given.responseBody.toString('latin1')}`)).toBe(true);
          expect(answer).toContain(`HTTP/1.1 ${type === 'HTTP' ? 200 : given.status} `);
        },
      ),
      { numRuns: 40, seed: 20_261_122 },
    );
  },
);

describe('requests that a client sends without waiting for answers', () => {
  it('are answered in order, each with its own', async () => {
    const backend = await keep(
      startBackend(({ body }) => ({ body: `answer to ${body}`, delayMs: body === '0' ? 40 : 0 })),
    );
    const { port } = await gatewayTo(`${backend.url}/`);
    const socket = connect({ host: '127.0.0.1', port });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    const requests = Array.from(
      { length: 5 },
      (_, n) =>
        `POST ${PATH} HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n${n === 4 ? 'Connection: close\r\n' : ''}\r\n${n}`,
    );
    socket.write(requests.join(''));
    await once(socket, 'close');
    expect([...text.matchAll(/answer to (\d)/g)].map(([, n]) => n)).toEqual(['0', '1', '2', '3', '4']);
  });
});

describe('a client that goes away', () => {
  const silent = async () => {
    const gone: Promise<unknown>[] = [];
    const server = createServer((socket) => gone.push(once(socket.resume(), 'close')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await keep(Promise.resolve(server));
    return { port: (server.address() as AddressInfo).port, gone };
  };

  it.each([
    ['with its head', 'HTTP_PROXY', false],
    ['after its head', 'HTTP_PROXY', true],
    ['with its head', 'HTTP', false],
    ['after its head', 'HTTP', true],
  ] as const)(
    'when its body came %s takes the backend’s connection along, and is recorded as 499 (%s)',
    async (_, type, apart) => {
      const backend = await silent();
      const { port, served } = await gatewayTo(`http://127.0.0.1:${backend.port}/`, type);
      const socket = connect({ host: '127.0.0.1', port });
      const head = `POST ${PATH} HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n`;
      if (apart) {
        socket.write(head);
        setTimeout(() => socket.write('body'), 10);
      } else socket.write(`${head}body`);
      while (backend.gone.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      socket.destroy();
      await Promise.all(backend.gone);
      while (served.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(served).toEqual([expect.objectContaining({ status: 499, responseLength: 0, resourcePath: '/x' })]);
    },
  );
});

describe('what observers are told', () => {
  it('of an answer: status, length, and that the integration took a part of the time', async () => {
    const backend = await keep(startBackend(() => ({ status: 404, body: 'not here', delayMs: 20 })));
    const { callTarget, served } = await gatewayTo(`${backend.url}/`);
    await callTarget(`${PATH}?q=1`);
    expect(served).toEqual([
      {
        stage: expect.objectContaining({ apiId: 'api1234567', apiName: 'test', stage: 'dev' }),
        ...{ status: 404, responseLength: 8, path: '/dev/x', resourcePath: '/x' },
        latencyMs: expect.any(Number),
        integrationLatencyMs: expect.any(Number),
      },
    ]);
    const { latencyMs = 0, integrationLatencyMs = 0 } = served[0] ?? {};
    expect(integrationLatencyMs).toBeGreaterThan(15);
    expect(latencyMs).toBeGreaterThanOrEqual(integrationLatencyMs);
  });

  it('of a body that passes through: its length, when it has ended', async () => {
    const backend = await keep(
      startBackend(() => ({ headers: ['Transfer-Encoding', 'chunked'], body: 'z'.repeat(200_000) })),
    );
    const { callTarget, served } = await gatewayTo(`${backend.url}/`);
    await callTarget(PATH);
    while (served.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(served).toMatchObject([{ status: 200, responseLength: 200_000 }]);
  });

  it('of a request to no resource, and of one to no stage', async () => {
    const { callTarget, served } = await gatewayTo('http://127.0.0.1:1/');
    await callTarget('/restapis/api1234567/dev/_user_request_/nothing?q');
    await callTarget('/restapis/other/dev/_user_request_/x?q');
    expect(served).toMatchObject([
      { status: 403, path: '/dev/nothing', resourcePath: undefined, integrationLatencyMs: undefined },
      { status: 403, path: '/restapis/other/dev/_user_request_/x', stage: undefined },
    ]);
  });
});

it('a response is taken from the backend no faster than the client takes it', async () => {
  const size = 10_000_000;
  let sent = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`);
      const more = (): void => {
        while (sent < size) {
          sent += 100_000;
          if (!socket.write(Buffer.alloc(100_000))) break;
        }
      };
      socket.on('drain', more);
      more();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await keep(Promise.resolve(server));
  const { port } = await gatewayTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const socket = connect({ host: '127.0.0.1', port });
  let received = 0;
  socket.pause();
  socket.write(`GET ${PATH} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  // What the system's buffers of two connections hold, and no more.
  const whileWaiting = sent;
  socket.on('data', (chunk) => {
    received += chunk.length;
  });
  socket.resume();
  await once(socket, 'close');
  expect(received).toBeGreaterThan(size);
  expect(whileWaiting).toBeLessThan(size);
});
