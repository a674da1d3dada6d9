import type { VpcLink } from '../model/index.ts';

/** URLs of targets by the id, the name or the ARN of a VPC link, or by its load balancer's name. */
export type VpcLinkTargets = Readonly<Record<string, readonly string[]>>;

/** The targets that the operator has set for a VPC link; the most precise name counts. */
export function targetsOf({ id, name, targetArns }: VpcLink, set: VpcLinkTargets): readonly string[] | undefined {
  const [arn = ''] = targetArns;
  const balancer = /:loadbalancer\/net\/([^/]+)\//.exec(arn)?.[1] ?? '';
  const key = [id, name, arn, balancer].find((candidate) => Object.hasOwn(set, candidate));
  return key === undefined ? undefined : set[key];
}
