import { mapped } from '../../../data/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import type { FirstGone } from './delete-entity.tsx';
import type { Entity } from './entity-calls.ts';
import { useAttached, useInlineNames } from './use-attached.ts';

const texts = iam.permissions;

/** The policies of an entity, which IAM wants gone before it. */
export function usePoliciesFirst(entity: Entity): readonly FirstGone[] {
  const attached = mapped(useAttached(entity), (all) => all.map(({ PolicyName = '' }) => PolicyName));
  return [
    { what: texts.attached.title, query: attached },
    { what: texts.inline.title, query: useInlineNames(entity) },
  ];
}
