import { once } from 'node:events';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { decodeMessage, type REQUESTS } from './protocol.ts';
import { logsIn, pointsIn, resourceIn, spansIn } from './received.ts';

type Signal = keyof typeof REQUESTS;

interface Message {
  readonly path: string;
  readonly type: string;
  readonly encoding: string | undefined;
  readonly signal: Signal;
  readonly content: unknown;
}

/** Takes traces, metrics and logs as OTLP over HTTP has them (OTLP specification, "OTLP/HTTP"), in protobuf or JSON. */
export async function startOtlpReceiver() {
  const messages: Message[] = [];
  let status = 200;
  let refused = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { 'content-type': type = '', 'content-encoding': encoding } = request.headers;
    const body = encoding === 'gzip' ? gunzipSync(Buffer.concat(chunks)) : Buffer.concat(chunks);
    const path = request.url ?? '';
    const signal = /\/v1\/(traces|metrics|logs)$/.exec(path)?.[1] as Signal;
    if (status !== 200) refused += 1;
    else {
      const content = type === 'application/json' ? JSON.parse(body.toString()) : decodeMessage(signal, body);
      messages.push({ path, type, encoding, signal, content });
    }
    response.writeHead(status, { 'Content-Type': type });
    response.end(type === 'application/json' ? '{}' : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const of = <Item>(signal: Signal, read: (content: unknown) => readonly Item[]) =>
    messages.filter((message) => message.signal === signal).flatMap(({ content }) => read(content));
  return {
    url: `http://127.0.0.1:${address.port}`,
    messages,
    spans: () => of('traces', spansIn),
    points: () => of('metrics', pointsIn),
    logs: () => of('logs', logsIn),
    resources: () => messages.map(({ content }) => resourceIn(content)),
    /** From now on messages are refused with this status; 200 to take them again. */
    answerWith(next: number) {
      status = next;
    },
    get refused() {
      return refused;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
