import type { UseQueryResult } from '@tanstack/react-query';
import type { AwsError, Output } from '../../aws/index.ts';
import { type Read, useAll, useCall } from '../../data/index.ts';

export type Configuration = Output<'lambda', 'getFunctionConfiguration'>;
export type FunctionOutput = Output<'lambda', 'getFunction'>;

/** All functions of the region. */
export function useFunctions(): Read<readonly Configuration[]> {
  return useAll('lambda', 'listFunctions', {}, (page) => page.Functions);
}

/** One function, with where its code is. @param qualifier a version or an alias; empty for what is worked on */
export function useFunction(name: string, qualifier = ''): UseQueryResult<FunctionOutput, AwsError> {
  return useCall('lambda', 'getFunction', { FunctionName: name, ...(qualifier && { Qualifier: qualifier }) });
}
