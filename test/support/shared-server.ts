import { readFile } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { type Key, type Sallyport, startSallyport } from './sallyport.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly sallyport: Pick<Sallyport, 'controlUrl' | 'gatewayUrl'>;
    /** An account beside that of everybody else. */
    readonly otherAccount: { readonly accountId: string; readonly root: Key };
  }
}

const OTHER_ACCOUNT = '222222222222';

/** One server for every file that does not need to start, kill or starve its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startSallyport(['--ephemeral', '--accounts', OTHER_ACCOUNT]);
  project.provide('sallyport', { controlUrl: server.controlUrl, gatewayUrl: server.gatewayUrl });
  const file = new RegExp(`${OTHER_ACCOUNT}\\s+(\\S+)`).exec(server.output())?.[1] ?? '';
  project.provide('otherAccount', { accountId: OTHER_ACCOUNT, root: JSON.parse(await readFile(file, 'utf8')) });
  return () => server.stop();
}
