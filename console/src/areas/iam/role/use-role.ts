import type { Output } from '../../../aws/index.ts';
import { useCall } from '../../../data/index.ts';

export type Role = NonNullable<Output<'iam', 'getRole'>['Role']>;

export function useRole(RoleName: string) {
  return useCall('iam', 'getRole', { RoleName });
}
