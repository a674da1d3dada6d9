import { Agent, request } from 'node:http';
import { startUpstream } from '../support/upstream.ts';

/** What came of the requests of a load. */
export interface Outcome {
  readonly served: number;
  /** Those that had reached a worker, or should have, and were not answered with 200. */
  readonly failed: readonly string[];
}

/** A backend that remembers which requests reached it, by their query. */
export interface Witness {
  readonly url: string;
  saw(id: string): boolean;
  stop(): Promise<void>;
}

export async function startWitness(): Promise<Witness> {
  const seen = new Set<string>();
  const upstream = await startUpstream((received, response) => {
    seen.add(received.url?.split('?')[1] ?? '');
    setTimeout(() => response.end('served'), 5);
  });
  return { url: upstream.url, saw: (id) => seen.has(id), stop: () => upstream.stop() };
}

/** So long an answer may take on a busy machine; one that takes longer is one that does not come. */
const PATIENCE_MS = 20_000;

/** Clients on kept-alive connections that send one request after the other until told to stop. */
export function startLoad(url: string, connections: number, witness: Witness): { stop(): Promise<Outcome> } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const failed: string[] = [];
  let running = true;
  let served = 0;
  let count = 0;

  /** @returns what went wrong */
  function ask(id: string): Promise<{ readonly problem: string; readonly reused: boolean } | undefined> {
    return new Promise((resolve) => {
      const call = request(`${url}?${id}`, { agent }, (response) => {
        const fail = (problem: string): void => resolve({ problem, reused: false });
        response.resume().on('end', () => (response.statusCode === 200 ? resolve(undefined) : fail('not 200')));
        // A worker that dies in the middle of its answer: no `end` comes after this.
        response.on('error', (error) => fail(`in the answer: ${error.message}`));
      });
      call.setTimeout(PATIENCE_MS, () => call.destroy(new Error('no answer')));
      call.on('error', (error) => resolve({ problem: error.message, reused: call.reusedSocket }));
      call.end();
    });
  }

  async function one(): Promise<void> {
    const id = String(count++);
    let fault = await ask(id);
    // A kept connection that the server had closed in the meantime never carried the request: clients send it again.
    if (fault?.reused === true && fault.problem !== 'no answer' && !witness.saw(id)) fault = await ask(id);
    if (fault === undefined) served += 1;
    else failed.push(fault.problem);
  }

  const clients = Array.from({ length: connections }, async () => {
    while (running) await one();
  });
  return {
    async stop() {
      running = false;
      await Promise.all(clients);
      agent.destroy();
      return { served, failed };
    },
  };
}
