import { allPages, useIam } from '../use-iam.ts';
import { type AttachedPolicy, type Entity, entityCalls } from './entity-calls.ts';

export type { AttachedPolicy } from './entity-calls.ts';

/** The managed policies of an entity. */
export function useAttached(entity: Entity) {
  return useIam<readonly AttachedPolicy[]>(['attached', entity.kind, entity.name], (aws) =>
    allPages(entityCalls(aws, entity).listAttached, (page) => page.AttachedPolicies),
  );
}

/** The names of its inline policies. */
export function useInlineNames(entity: Entity) {
  return useIam<readonly string[]>(['inline', entity.kind, entity.name], (aws) =>
    allPages(entityCalls(aws, entity).listInline, (page) => page.PolicyNames),
  );
}
