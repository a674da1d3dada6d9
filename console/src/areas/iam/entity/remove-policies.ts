import type { AwsClient } from '../../../aws/index.ts';
import { allPages } from '../use-iam.ts';
import { type Entity, entityCalls } from './entity-calls.ts';

/** Detaches and deletes all policies of an entity, without which IAM deletes it not. */
export async function removePolicies(aws: AwsClient, entity: Entity): Promise<void> {
  const calls = entityCalls(aws, entity);
  for (const { PolicyArn = '' } of await allPages(calls.listAttached, (page) => page.AttachedPolicies)) {
    await calls.detach(PolicyArn);
  }
  for (const name of await allPages(calls.listInline, (page) => page.PolicyNames)) await calls.deleteInline(name);
}
