/** The policies that AWS itself manages, as far as those who run gateways attach them. */
export { AWS_MANAGED_POLICIES, type AwsManagedPolicy, findAwsManagedPolicy } from './policies.ts';
