import type { TestProject } from 'vitest/node';
import { type Sallyport, startSallyport } from './sallyport.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly sallyport: Pick<Sallyport, 'controlUrl' | 'gatewayUrl'>;
  }
}

/** One server for every file that does not need to start, kill or starve its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startSallyport(['--ephemeral']);
  project.provide('sallyport', { controlUrl: server.controlUrl, gatewayUrl: server.gatewayUrl });
  return () => server.stop();
}
