import type { Call } from '../../../aws/index.ts';
import { isRoot } from '../../../policy/index.ts';
import type { IamContext } from '../context.ts';
import { getRole, getUser } from '../find.ts';
import type { IamHandlers } from '../types.ts';
import { userNameOf } from '../users/index.ts';

/**
 * Lists of what cannot be made here: devices, instance profiles and the like. They are empty, and clients that
 * look through them before they delete something find that nothing is in the way.
 */
export function absentHandlers({ store }: IamContext) {
  const user = (given: string | undefined, call: Call) => getUser(store, call.scope.accountId, userNameOf(given, call));
  return {
    async listMFADevices({ UserName }, call) {
      await user(UserName, call);
      return { MFADevices: [], IsTruncated: false };
    },
    async listVirtualMFADevices() {
      return { VirtualMFADevices: [], IsTruncated: false };
    },
    async listSSHPublicKeys({ UserName }, call) {
      await user(UserName, call);
      return { SSHPublicKeys: [], IsTruncated: false };
    },
    async listSigningCertificates({ UserName }, call) {
      // Also the root user's (API reference), who has none either.
      if (UserName !== undefined || !isRoot(call.principal)) await user(UserName, call);
      return { Certificates: [], IsTruncated: false };
    },
    async listServiceSpecificCredentials({ UserName, AllUsers }, call) {
      if (!AllUsers) await user(UserName, call);
      return { ServiceSpecificCredentials: [] };
    },
    async listInstanceProfilesForRole({ RoleName }, { scope }) {
      await getRole(store, scope.accountId, RoleName);
      return { InstanceProfiles: [], IsTruncated: false };
    },
    async listInstanceProfiles() {
      return { InstanceProfiles: [], IsTruncated: false };
    },
  } satisfies IamHandlers;
}
