import type { OperatorEndpoint } from '../../control/index.ts';
import type { FunctionRuntime } from '../../model/index.ts';
import { systemArn } from './system-arn.ts';

/** `GET /_sallyport/functions`: `{ containment }`, what functions are kept to here and why it is not more. `sallyport:GetFunctions`. */
export function functionsEndpoint(
  functions: Pick<FunctionRuntime, 'containment'>,
  operatorAccountId: string,
): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/_sallyport/functions',
    access: () => [{ action: 'sallyport:GetFunctions', resource: systemArn(operatorAccountId) }],
    answer: async () => ({ containment: await functions.containment() }),
  };
}
