/**
 * The peer on Node's own modules, in a process of its own: one backend, a counter, an access log line a request.
 * `node-proxy.ts PORT UPSTREAM_PORT LOG_FILE`
 */
import { Agent, createServer, request } from 'node:http';
import { AccessLog } from './access-log.ts';

const [port, upstreamPort, logFile = '/dev/null'] = process.argv.slice(2);
const log = new AccessLog(logFile);
const agent = new Agent({ keepAlive: true, maxSockets: 1_024, maxFreeSockets: 256, scheduling: 'lifo' });
let requests = 0;

const server = createServer({ keepAliveTimeout: 600_000 }, (incoming, answer) => {
  const receivedAtMs = Date.now();
  const { method = '', url = '' } = incoming;
  const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress };
  const outgoing = request(
    { host: '127.0.0.1', port: Number(upstreamPort), method, path: url, agent, headers },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
      requests++;
      log.write({
        ...{ receivedAtMs, method, target: url, httpVersion: `HTTP/${incoming.httpVersion}` },
        ...{ peer: { address: incoming.socket.remoteAddress ?? '' }, status: response.statusCode ?? 502 },
        bytes: Number(response.headers['content-length'] ?? 0),
      });
    },
  );
  outgoing.on('error', () => answer.destroy());
  incoming.pipe(outgoing);
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => {
  log.close();
  console.error(`node:http: ${requests} requests`);
  process.exit(0);
});
