/** VPC links: the way to a network load balancer, or to what a setting puts in its place (features A5.6, fact D165). */
export { vpcLinkHandlers } from './handlers.ts';
export { linkIdsOf } from './references.ts';
