import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { packageRoot } from '../../src/package/index.ts';
import { freePort } from '../../test/support/ports.ts';
import { CORES } from '../support/cores.ts';
import { type Subject, startOn } from './subject.ts';

/** `node:http` to clients and undici to the backend, as gateways on Node are built. */
export const NODE_HTTP: Subject = nodeSubject('node:http + undici', 'proxy, counter, access log', 'node-proxy.ts');

/** The HTTP engine of Sallyport with nothing on top. */
export const ENGINE: Subject = nodeSubject('Sallyport engine', 'proxy, counter, access log', 'engine-proxy.ts');

function nodeSubject(name: string, does: string, source: string): Subject {
  return {
    name,
    does,
    async start({ folder, upstreamPort }) {
      const port = await freePort();
      // Within the package, so that what it imports is found.
      const dir = join(packageRoot, 'node_modules', '.cache', 'bench', String(process.pid));
      await mkdir(dir, { recursive: true });
      const file = join(dir, source.replace('.ts', '.mjs'));
      const build = await rolldown({
        input: join(packageRoot, 'bench', 'proxy', source),
        platform: 'node',
        external: /^[^./]/,
      });
      await build.write({ file, format: 'esm' });
      await build.close();
      const log = join(folder, `${source}.log`);
      const args = [file, String(port), String(upstreamPort), log];
      const running = await startOn(CORES.subject, port, process.execPath, args);
      await rm(file);
      return running;
    },
  };
}
