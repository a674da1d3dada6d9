import type { Scope, VpcLink } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { findVpcLink, putVpcLink } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { In } from '../types.ts';

export const NAME_REFUSAL = 'VPC link name cannot be blank';

/** A network load balancer; others are no target of a REST API's link. */
const LOAD_BALANCER = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:loadbalancer\/net\/[\w-]+\/[\w-]+$/;

/**
 * Makes a link. It is ready before the next call, where AWS takes minutes; one to something that is no network load
 * balancer fails as late as on AWS, which finds it out after its answer.
 */
export async function createVpcLink(
  tx: Transaction,
  scope: Scope,
  input: In<'createVpcLink'>,
  ids: IdMakers,
): Promise<VpcLink> {
  if (input.name.trim() === '') throw badRequest(NAME_REFUSAL);
  const [target, ...more] = input.targetArns;
  if (target === undefined || more.length > 0) throw badRequest('A VPC link must have exactly one target ARN');
  checkTags(input.tags ?? {});
  let id = ids.entityId();
  while (await findVpcLink(tx, scope, id)) id = ids.entityId();
  const vpcLink: VpcLink = {
    id,
    name: input.name,
    ...(input.description && { description: input.description }),
    targetArns: [target],
    ...(LOAD_BALANCER.test(target) ? READY : MALFORMED),
    tags: input.tags ?? {},
  };
  await putVpcLink(tx, scope, vpcLink);
  return vpcLink;
}

const READY = { status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use' } as const;
const MALFORMED = { status: 'FAILED', statusMessage: 'NLB ARN is malformed.' } as const;
