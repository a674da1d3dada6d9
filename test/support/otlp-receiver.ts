import { once } from 'node:events';
import { createServer } from 'node:http';

/** An attribute as OTLP's JSON has it. */
interface KeyValue {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number; readonly boolValue?: boolean };
}

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly KeyValue[];
  readonly status: { readonly code: number };
}

interface TraceRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[];
  }[];
}

/** Takes traces as OTLP over HTTP has them (OTLP specification, "OTLP/HTTP"). */
export async function startOtlpReceiver() {
  const messages: { readonly path: string; readonly type: string; readonly body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const type = request.headers['content-type'] ?? '';
    messages.push({ path: request.url ?? '', type, body: Buffer.concat(chunks) });
    response.writeHead(200, { 'Content-Type': type });
    response.end(type === 'application/json' ? '{}' : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const requests = (): readonly TraceRequest[] =>
    messages.filter(({ type }) => type === 'application/json').map(({ body }) => JSON.parse(body.toString()));
  return {
    url: `http://127.0.0.1:${address.port}`,
    messages,
    spans: () =>
      requests().flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    resource: () => requests()[0]?.resourceSpans[0]?.resource.attributes.map(({ key, value }) => [key, value]) ?? [],
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
