/**
 * The engine as a bare reverse proxy, in a process of its own: one backend, a counter, an access log line a request.
 * `node tools/run-ts.mjs bench/proxy/engine-proxy.ts PORT UPSTREAM_PORT LOG_FILE`
 */
import {
  Call,
  type CallHandler,
  H1Client,
  type H1Exchange,
  type H1Response,
  listenH1,
  type Origin,
  relay,
  requestHead,
  type StartBody,
  writeFields,
} from '../../src/http/h1/index.ts';
import { AccessLog } from './access-log.ts';

const [port, upstreamPort, logFile = '/dev/null'] = process.argv.slice(2);
const log = new AccessLog(logFile);
const client = new H1Client();
const origin = client.origin({ protocol: 'http:', hostname: '127.0.0.1', port: Number(upstreamPort) });
const host = `127.0.0.1:${upstreamPort}`;
const counters = { requests: 0, failures: 0 };
const TIMEOUT_MS = 29_000;
const NO_BODY = Buffer.alloc(0);

/** One request on its way through. */
class Proxied implements CallHandler {
  readonly #exchange: H1Exchange;

  constructor(exchange: H1Exchange) {
    this.#exchange = exchange;
  }

  send(to: Origin): void {
    const exchange = this.#exchange;
    const { method, target, body } = exchange;
    const fields = writeFields(forwarded(exchange));
    const arrived = exchange.takeArrivedBody();
    const length =
      arrived === undefined ? (body?.length === 'chunked' ? 'chunked' : (body?.length as number)) : arrived.length;
    const head = requestHead(method, target, host, fields, body === undefined ? 'none' : length);
    const call = new Call(
      { method, head, body: arrived ?? streaming(exchange), bodyLength: length, timeoutMs: TIMEOUT_MS },
      this,
    );
    exchange.abortable = call;
    to.dispatch(call);
  }

  onResponse(response: H1Response): void {
    const exchange = this.#exchange;
    const arrived = response.takeArrivedBody();
    if (arrived !== undefined) {
      exchange.respond(response.status, response.headers, arrived);
      this.#log(response.status, arrived.length);
    } else if (response.body !== undefined) {
      const outgoing = exchange.beginResponse(response.status, response.headers);
      relay(response.body, outgoing, () => response.discard());
      this.#log(response.status, 0);
    }
  }

  onFailure(): void {
    counters.failures++;
    if (this.#exchange.unanswered) this.#exchange.respond(502, [], NO_BODY);
    this.#log(502, 0);
  }

  #log(status: number, bytes: number): void {
    counters.requests++;
    const { method, target, httpVersion, peer, receivedAtMs } = this.#exchange;
    log.write({ method, target, httpVersion, peer, receivedAtMs, status, bytes });
  }
}

/** A body that has not come whole goes on as it comes. */
function streaming(exchange: H1Exchange): StartBody {
  return (outgoing) => {
    if (exchange.body !== undefined) relay(exchange.body, outgoing, () => exchange.abortable?.abort());
  };
}

/** The client's fields without those of its connection, with ours. */
function forwarded(exchange: H1Exchange): string[] {
  const { headers } = exchange;
  const sent: string[] = [];
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') continue;
    sent.push(name, headers[i + 1] as string);
  }
  sent.push('X-Forwarded-For', exchange.peer.address);
  return sent;
}

const listener = await listenH1({
  host: '127.0.0.1',
  port: Number(port),
  onExchange: (exchange) => new Proxied(exchange).send(origin),
});
process.on('SIGTERM', () => {
  void listener.close(1_000).then(() => {
    client.close();
    log.close();
    console.error(`Sallyport engine: ${counters.requests} requests, ${counters.failures} failures`);
  });
});
console.log(listener.port);
