/** `npm run bench -- NAME ...`: runs the named benchmarks one after the other. */

import connections from './connections.ts';
import consoleInBrowser from './console.ts';
import controlPlane from './control-plane.ts';
import functions from './functions.ts';
import importing from './import.ts';
import latency from './latency.ts';
import logs from './logs.ts';
import mapping from './mapping.ts';
import monitoring from './monitoring.ts';
import proxy from './proxy.ts';
import scale from './scale.ts';
import signatures from './signatures.ts';
import startup from './startup.ts';
import stream from './stream.ts';
import tokens from './tokens.ts';
import vtl from './vtl.ts';
import workers from './workers.ts';

const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  startup,
  vtl,
  workers,
  connections,
  scale,
  console: consoleInBrowser,
  'control-plane': controlPlane,
  functions,
  import: importing,
  stream,
  latency,
  logs,
  proxy,
  mapping,
  signatures,
  tokens,
  monitoring,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => benchmarks[name] === undefined);
if (names.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no benchmark called ${unknown.join(', ')}.`);
  console.error(`Usage: npm run bench -- ${Object.keys(benchmarks).join(' | ')} ...`);
  process.exit(1);
}
for (const name of names) await benchmarks[name]?.();
