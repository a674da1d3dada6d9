import type { Output } from '../../../aws/index.ts';
import { type Read, useCall } from '../../../data/index.ts';

export type Method = Output<'apigateway', 'getMethod'>;

/** Names a method in an operation's input. */
export interface MethodPlace {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}

export function useMethod(place: MethodPlace): Read<Method> {
  return useCall('apigateway', 'getMethod', place);
}
