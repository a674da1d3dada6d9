import type { Output } from '../../aws/index.ts';
import { mapped, type Read, useAll } from '../../data/index.ts';
import type { Configuration } from './use-functions.ts';

export type Alias = NonNullable<Output<'lambda', 'listAliases'>['Aliases']>[number];

/** What is worked on, which is no published version. */
export const LATEST = '$LATEST';

/** How calls name a version or an alias; the function itself has a policy and settings without one. */
export function qualifierInput(qualifier: string): { readonly Qualifier?: string } {
  return qualifier === '' || qualifier === LATEST ? {} : { Qualifier: qualifier };
}

/** The published versions, the youngest first. */
export function useVersions(functionName: string): Read<readonly Configuration[]> {
  const all = useAll('lambda', 'listVersionsByFunction', { FunctionName: functionName }, (page) => page.Versions);
  return mapped(all, (versions) => versions.filter(({ Version }) => Version !== LATEST).toReversed());
}

export function useAliases(functionName: string): Read<readonly Alias[]> {
  return useAll('lambda', 'listAliases', { FunctionName: functionName }, (page) => page.Aliases);
}
