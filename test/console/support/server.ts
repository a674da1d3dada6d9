import { afterAll } from 'vitest';
import { type Sallyport, startSallyport } from '../../support/sallyport.ts';

/** The server of this file's tests. None is shared between files: pages list what is there, and what others leave would decide what a list shows first. */
export const server: Pick<Sallyport, 'controlUrl' | 'gatewayUrl'> = await started();

async function started(): Promise<Sallyport> {
  const started = await startSallyport(['--ephemeral']);
  afterAll(() => started.stop());
  return started;
}
