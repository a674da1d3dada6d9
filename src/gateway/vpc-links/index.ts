/**
 * Private integrations: in place of a network load balancer, a VPC link leads to targets that a setting names, over which
 * requests are spread and whose health is watched (features A5.6).
 */
export { balancedRoute } from './balanced-route.ts';
export { type TargetGroup, TargetGroups } from './target-groups.ts';
