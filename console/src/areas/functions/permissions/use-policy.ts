import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { AwsError } from '../../../aws/index.ts';
import { useAws } from '../../../session/index.ts';
import { type Statement, statementsOf } from './statement.ts';

/** Who may invoke a function by its own policy; a function without one has no statements. */
export function usePolicy(functionName: string): UseQueryResult<readonly Statement[], AwsError> {
  const aws = useAws();
  return useQuery<readonly Statement[], AwsError>({
    queryKey: [aws.region, 'lambda', 'policy', functionName],
    async queryFn({ signal }) {
      try {
        const { Policy = '{}' } = await aws.call('lambda', 'getPolicy', { FunctionName: functionName }, signal);
        return statementsOf(Policy);
      } catch (error) {
        if (error instanceof AwsError && error.name === 'ResourceNotFoundException') return [];
        throw error;
      }
    },
  });
}
