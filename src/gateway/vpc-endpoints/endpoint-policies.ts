import type { VpcEndpoint } from '../../model/index.ts';
import { type CompiledPolicy, compilePolicy } from '../../policy/index.ts';

/** The policy of an endpoint; undefined for one that lets everything through. */
export type EndpointPolicies = (endpoint: VpcEndpoint) => CompiledPolicy | undefined;

/** Compiles the policies of all endpoints; undefined where none has any. The setting has checked that each is one. */
export function compileEndpointPolicies(list: readonly VpcEndpoint[]): EndpointPolicies | undefined {
  const byId = new Map(
    list.flatMap(({ id, policy }): [string, CompiledPolicy][] =>
      policy === undefined ? [] : [[id, compilePolicy(JSON.parse(policy), 'resource', `policy of ${id}`)]],
    ),
  );
  return byId.size === 0 ? undefined : ({ id }) => byId.get(id);
}
