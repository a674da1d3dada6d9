import type { Sallyport } from '../../test/support/sallyport.ts';
import type { Sdk } from '../../test/support/sdk.ts';
import { commandLine, processTree, treeUsage } from '../support/process-tree.ts';
import { createFunction } from './deployed.ts';

export interface IdleCost {
  /** Those that are there for functions. */
  readonly processes: number;
  readonly kilobytesEach: number;
}

/** What functions cost that nobody calls. */
export async function idleFunctions(server: Sallyport, client: Sdk, count: number): Promise<IdleCost> {
  const pid = server.process.pid ?? 0;
  const before = treeUsage(pid).residentBytes;
  for (let made = 0; made < count; made++) await createFunction(client, 'nodejs');
  const kilobytesEach = (treeUsage(pid).residentBytes - before) / 1024 / count;
  return { processes: processTree(pid).filter((each) => each !== pid && !isWorker(each)).length, kilobytesEach };
}

/** The control process has no other children but its workers and what it starts for functions. */
function isWorker(pid: number): boolean {
  return commandLine(pid).some((word) => word.endsWith('/worker.js'));
}
