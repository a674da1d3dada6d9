import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { AwsError } from '../../../aws/index.ts';
import { useAws } from '../../../session/index.ts';
import { qualifierInput } from '../use-versions.ts';
import { type Statement, statementsOf } from './statement.ts';

/** Who may invoke a function, a version or an alias by its own policy; what has none has no statements. */
export function usePolicy(functionName: string, qualifier: string): UseQueryResult<readonly Statement[], AwsError> {
  const aws = useAws();
  return useQuery<readonly Statement[], AwsError>({
    queryKey: [aws.region, 'lambda', 'policy', functionName, qualifier],
    async queryFn({ signal }) {
      try {
        const input = { FunctionName: functionName, ...qualifierInput(qualifier) };
        const { Policy = '{}' } = await aws.call('lambda', 'getPolicy', input, signal);
        return statementsOf(Policy);
      } catch (error) {
        if (error instanceof AwsError && error.name === 'ResourceNotFoundException') return [];
        throw error;
      }
    },
  });
}
