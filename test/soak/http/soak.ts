/**
 * `npm run soak -- http [ENCOUNTERS]`: lets 100,000 clients (unless told otherwise) meet backends, most of both misbehaving,
 * and keeps in `bench/results/soak-http.md` what was left of them.
 */
import { publish } from '../../../bench/support/table.ts';
import { type Rest, soak } from './run.ts';

const [target = 'http', encounters = '100000'] = process.argv.slice(2);
if (target !== 'http') {
  process.stderr.write(`There is no soak target called ${target}. Usage: npm run soak -- http [ENCOUNTERS]\n`);
  process.exit(1);
}
const PARTS = 10;
const rests: Rest[] = [];
for await (const rest of soak(PARTS, Math.ceil(Number(encounters) / PARTS))) {
  rests.push(rest);
  process.stderr.write(`${rest.encounters} encounters\n${rest.faults.map((fault) => `  ${fault}\n`).join('')}`);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const left = ({ held }: Rest): number => Object.values(held).reduce((sum, count) => sum + count, 0);
await publish('soak-http', {
  title: 'What is left of clients and backends that misbehave',
  head: ['encounters so far', 'connections, calls, timers left', 'heap', 'buffers', 'resident', 'otherwise than due'],
  rows: rests.map((rest) => [
    rest.encounters.toLocaleString('en'),
    String(left(rest)),
    ...[rest.memory.heap, rest.memory.buffers, rest.memory.resident].map(megabytes),
    String(rest.faults.length),
  ]),
  notes: [
    'Slow, silent, half-closed, resetting and lying clients and backends, and good ones among them, over real sockets with the gateway between them; 256 at the same time. All three in one process, whose memory this is, after a garbage collection.',
    'Left: connections on both sides, calls that wait for one, deadlines in both wheels, sockets and timers of the process.',
    'Otherwise than due: an answer that is not the one that the client must have, or a connection still open after a minute.',
    `The longest stall of the process: ${Math.max(...rests.map((rest) => rest.longestStallMs)).toFixed(0)} ms.`,
  ],
  command: 'npm run soak -- http',
});
if (rests.some((rest) => left(rest) > 0 || rest.faults.length > 0)) process.exitCode = 1;
