import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../test/support/ports.ts';
import { CORES, installed } from '../support/cores.ts';
import { type Subject, startOn } from './subject.ts';

/** HAProxy has no log file of its own; its lines would go to a syslog server, and are left out. */
export const HAPROXY: Subject = {
  name: 'HAProxy',
  does: 'proxy, no log',
  async start({ folder, upstreamPort }) {
    if (!installed('haproxy', '-v')) return undefined;
    await mkdir(folder, { recursive: true });
    const port = await freePort();
    const file = join(folder, 'haproxy.cfg');
    await writeFile(
      file,
      `global
  nbthread 1
  maxconn 4096
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  http-reuse always
  option forwardfor
frontend front
  bind 127.0.0.1:${port}
  default_backend back
backend back
  server one 127.0.0.1:${upstreamPort} pool-max-conn 256
`,
    );
    return startOn(CORES.subject, port, 'haproxy', ['-db', '-q', '-f', file]);
  },
};
