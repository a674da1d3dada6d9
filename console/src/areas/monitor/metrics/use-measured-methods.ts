import { type Read, useAll } from '../../../data/index.ts';
import type { Subject } from './measures.ts';

/** A method that has metrics of its own. */
export interface MeasuredMethod {
  readonly method: string;
  readonly resource: string;
  readonly stage: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The methods of an API or of a stage that have metrics of their own: those with detailed metrics. */
export function useMeasuredMethods({ dimensions }: Subject): Read<readonly MeasuredMethod[]> {
  const given = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return useAll(
    'cloudwatch',
    'listMetrics',
    {
      Namespace: 'AWS/ApiGateway',
      MetricName: 'Count',
      Dimensions: [...given, { Name: 'Method' }, { Name: 'Resource' }],
    },
    (page) =>
      page.Metrics?.map(({ Dimensions = [] }): MeasuredMethod => {
        const named = Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
        const { Method = '', Resource = '', Stage = '' } = named;
        return { method: Method, resource: Resource, stage: Stage, dimensions: named };
      }),
  );
}
