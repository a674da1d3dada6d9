/**
 * The peer on Node's own server and on undici, Node's fastest client, in a process of its own: one backend, a counter, an
 * access log line a request. `node-proxy.ts PORT UPSTREAM_PORT LOG_FILE`
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, Pool } from 'undici';
import { AccessLog } from './access-log.ts';

const [port, upstreamPort, logFile = '/dev/null'] = process.argv.slice(2);
const log = new AccessLog(logFile);
const pool = new Pool(`http://127.0.0.1:${upstreamPort}`, { connections: 256, keepAliveTimeout: 600_000 });
/** Fields of a connection, which undici refuses to send. */
const OWN = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'expect'] as const;
let requests = 0;

const server = createServer({ keepAliveTimeout: 600_000 }, (incoming, answer) => {
  const receivedAtMs = Date.now();
  const { method = '', url = '' } = incoming;
  const headers: IncomingHttpHeaders = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
  for (const name of OWN) delete headers[name];
  const hasBody =
    incoming.headers['content-length'] !== undefined || incoming.headers['transfer-encoding'] !== undefined;
  const request: Dispatcher.RequestOptions = {
    ...{ method: method as Dispatcher.HttpMethod, path: url, headers },
    body: hasBody ? incoming : null,
  };
  // `stream` pipes the answer on without a readable stream in between.
  pool.stream(
    request,
    ({ statusCode, headers: received }) => {
      answer.writeHead(statusCode, received as Record<string, string>);
      requests++;
      log.write({
        ...{ receivedAtMs, method, target: url, httpVersion: `HTTP/${incoming.httpVersion}` },
        ...{ peer: { address: incoming.socket.remoteAddress ?? '' }, status: statusCode },
        bytes: Number(received['content-length'] ?? 0),
      });
      return answer;
    },
    (error) => {
      if (error !== null) answer.destroy();
    },
  );
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => {
  log.close();
  console.error(`node:http + undici: ${requests} requests`);
  process.exit(0);
});
