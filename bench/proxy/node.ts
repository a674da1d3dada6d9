import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { packageRoot } from '../../src/package/index.ts';
import { freePort } from '../../test/support/ports.ts';
import { CORES, type Subject, startOn } from './subject.ts';

/** `node:http` on both sides, as most gateways on Node are built. */
export const NODE_HTTP: Subject = nodeSubject('node:http', 'proxy, counter, access log', 'node-proxy.ts');

/** The HTTP engine of Sallyport with nothing on top. */
export const ENGINE: Subject = nodeSubject('Sallyport engine', 'proxy, counter, access log', 'engine-proxy.ts');

function nodeSubject(name: string, does: string, source: string): Subject {
  return {
    name,
    does,
    async start({ folder, upstreamPort }) {
      const port = await freePort();
      const file = join(folder, source.replace('.ts', '.mjs'));
      const build = await rolldown({
        input: join(packageRoot, 'bench', 'proxy', source),
        platform: 'node',
        external: /^[^./]/,
      });
      await build.write({ file, format: 'esm' });
      await build.close();
      const log = join(folder, `${source}.log`);
      return startOn(CORES.subject, port, process.execPath, [file, String(port), String(upstreamPort), log]);
    },
  };
}
