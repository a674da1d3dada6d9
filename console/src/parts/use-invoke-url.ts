import { useGateway } from './use-gateway.ts';

/**
 * Where clients call a stage, by the path form of its address, which needs no name of its own; undefined until the server said where
 * its gateway listens.
 */
export function useInvokeUrl(restApiId: string, stageName: string): string | undefined {
  const { http } = useGateway();
  return http === undefined ? undefined : `${http}/_aws/execute-api/${restApiId}/${stageName}`;
}
