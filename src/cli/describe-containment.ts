import type { FunctionContainment } from '../model/index.ts';

/** What functions are kept to, in one line; why it is not more, where something else may be expected. */
export function describeContainment(containment: FunctionContainment): string {
  const { cpu, capsCpu, missing } = containment;
  const own = describePlaces(containment);
  const reasons = containment.namespaces !== undefined || missing.length === 0 ? '' : ` (${missing.join('; ')})`;
  const share =
    cpu === 'none' ? 'CPU not shared by memory' : `CPU ${capsCpu ? 'limited' : 'shared'} by memory, with ${cpu}`;
  return `${own}; ${share}${reasons}`;
}

function describePlaces({ namespaces, users, network }: FunctionContainment): string {
  const own = [...(namespaces ? ['file system', 'processes'] : []), ...(users ? ['users'] : [])];
  if (own.length === 0) return 'limits alone';
  return `${own.join(', ').replace(/, (\w+)$/, ' and $1')} of their own${network === 'none' ? ', no network' : ''}`;
}
