import type { FunctionContainment } from '../model/index.ts';

/** What functions are kept to, in one line; why it is not more, where something else may be expected. */
export function describeContainment({ namespaces, users, network, missing }: FunctionContainment): string {
  const own = [...(namespaces ? ['file system', 'processes'] : []), ...(users ? ['users'] : [])];
  if (own.length === 0) return `limits alone (${missing.join('; ')})`;
  const kept = `${own.join(', ').replace(/, (\w+)$/, ' and $1')} of their own${network === 'none' ? ', no network' : ''}`;
  return namespaces ? kept : `${kept} (${missing.join('; ')})`;
}
