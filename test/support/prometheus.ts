import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, listening } from './ports.ts';
import { until } from './processes.ts';
import { temporaryFolder } from './sallyport.ts';

interface QueryAnswer {
  readonly status: string;
  readonly error?: string;
  readonly data: { readonly result: readonly { readonly value: readonly [number, string] }[] };
}

/** Debian's Prometheus, which scrapes one address every second. */
export interface Prometheus {
  /** The values of an instant query. @throws with Prometheus's words for one that it does not take */
  query(expression: string): Promise<readonly number[]>;
  /** Asks its API. */
  api(path: string, parameters?: Readonly<Record<string, string>>): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param target host and port */
export async function startPrometheus(target: string): Promise<Prometheus> {
  const folder = await temporaryFolder();
  const configuration = join(folder.path, 'prometheus.yml');
  const job = { job_name: 'sallyport', static_configs: [{ targets: [target] }] };
  // YAML is a superset of JSON.
  await writeFile(configuration, JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: [job] }));
  const port = await freePort();
  const flags = [
    `--config.file=${configuration}`,
    `--storage.tsdb.path=${join(folder.path, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--enable-feature=exemplar-storage',
  ];
  const child = spawn('prometheus', flags, { stdio: 'ignore' });
  await listening(port, child);
  // It listens before it answers.
  await until('Prometheus is ready', async () => (await fetch(`http://127.0.0.1:${port}/-/ready`)).ok);

  async function api(path: string, parameters: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/${path}?${new URLSearchParams(parameters)}`);
    return answer.json();
  }
  return {
    api,
    async query(expression) {
      const { status, error, data } = (await api('query', { query: expression })) as QueryAnswer;
      if (status !== 'success') throw new Error(`${expression}: ${error}`);
      return data.result.map(({ value }) => Number(value[1]));
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await folder.remove();
    },
  };
}
