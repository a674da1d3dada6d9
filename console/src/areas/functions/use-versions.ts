import type { Output } from '../../aws/index.ts';
import { type Read, useAll } from '../../data/index.ts';
import type { Configuration } from './use-functions.ts';

export type Alias = NonNullable<Output<'lambda', 'listAliases'>['Aliases']>[number];

/** What is worked on, which is no published version. */
export const LATEST = '$LATEST';

/** The published versions, the youngest first. */
export function useVersions(functionName: string): Read<readonly Configuration[]> {
  return useAll('lambda', 'listVersionsByFunction', { FunctionName: functionName }, ({ Versions = [] }) =>
    Versions.filter(({ Version }) => Version !== LATEST),
  );
}

export function useAliases(functionName: string): Read<readonly Alias[]> {
  return useAll('lambda', 'listAliases', { FunctionName: functionName }, (page) => page.Aliases);
}
