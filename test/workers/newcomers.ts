import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What came of clients that each open a connection of their own. */
export interface Arrivals {
  readonly served: number;
  /** Why others were not, by the system's error or what was answered instead. */
  readonly failed: readonly string[];
}

/** So long a client waits for its answer; a worker is replaced in a fraction of it. */
const PATIENCE_MS = 20_000;

/** A few clients at a time, each with a new connection and one request, one after the other until told to stop. */
export function startNewcomers(url: string, clients: number): { stop(): Promise<Arrivals> } {
  const { hostname, port, pathname, protocol } = new URL(url);
  const at = { host: hostname, port: Number(port) };
  const open = () => (protocol === 'https:' ? connectTls({ ...at, rejectUnauthorized: false }) : connect(at));
  const request = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`;
  const failed: string[] = [];
  let running = true;
  let served = 0;

  /** @returns what went wrong */
  function one(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const socket = open();
      let answer = '';
      socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer')));
      socket.setEncoding('latin1');
      socket.on('data', (text: string) => {
        answer += text;
      });
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      socket.on('close', () => resolve(answer.startsWith('HTTP/1.1 200 ') ? undefined : `answered: ${answer}`));
      socket.write(request);
    });
  }

  const all = Array.from({ length: clients }, async () => {
    while (running) {
      const problem = await one();
      if (problem === undefined) served += 1;
      else failed.push(problem);
    }
  });
  return {
    async stop() {
      running = false;
      await Promise.all(all);
      return { served, failed };
    },
  };
}
