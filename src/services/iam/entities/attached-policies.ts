import type { Call } from '../../../aws/index.ts';
import { parseIamArn } from '../arn.ts';
import { checkPathPrefix } from '../check-input.ts';
import type { IamContext } from '../context.ts';
import type { EntityDocument } from '../documents/documents.ts';
import { globalScope, nameId } from '../documents/index.ts';
import { invalidInput, noSuchEntity, quotaExceeded } from '../errors.ts';
import { checkAttachable } from '../find.ts';
import { IAM_LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import type { EntityRoom } from './room.ts';

interface Page {
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

const QUOTAS = { user: 'PoliciesPerUser', group: 'PoliciesPerGroup', role: 'PoliciesPerRole' } as const;

/** Managed policies at an entity: `Attach...Policy`, `Detach...Policy`, `ListAttached...Policies`. */
export function attachedPolicies<T extends EntityDocument>(context: IamContext, room: EntityRoom<T>) {
  const { store } = context;
  return {
    /** Attaching what is attached changes nothing. */
    async attach({ scope }: Call, name: string, arn: string): Promise<void> {
      checkPolicyArn(arn);
      await context.change(async (tx) => {
        const entity = await room.get(tx, scope.accountId, name);
        await checkAttachable(tx, scope.accountId, arn);
        if (entity.attachedPolicies.includes(arn)) return;
        if (entity.attachedPolicies.length >= IAM_LIMITS.attachedPolicies) {
          throw quotaExceeded(QUOTAS[room.type], IAM_LIMITS.attachedPolicies);
        }
        const changed = { ...entity, attachedPolicies: [...entity.attachedPolicies, arn] };
        await tx.put(room.kind, globalScope(scope.accountId), nameId(name), changed);
      });
    },

    async detach({ scope }: Call, name: string, arn: string): Promise<void> {
      checkPolicyArn(arn);
      await context.change(async (tx) => {
        const entity = await room.get(tx, scope.accountId, name);
        const rest = entity.attachedPolicies.filter((attached) => attached !== arn);
        if (rest.length === entity.attachedPolicies.length) throw noSuchEntity(`Policy ${arn} was not found.`);
        await tx.put(room.kind, globalScope(scope.accountId), nameId(name), { ...entity, attachedPolicies: rest });
      });
    },

    async list({ scope }: Call, name: string, input: Page) {
      const prefix = checkPathPrefix(input.PathPrefix);
      const entity = await room.get(store, scope.accountId, name);
      const wanted = entity.attachedPolicies.filter((arn) => parseIamArn(arn)?.path.startsWith(prefix));
      const { items, end } = pageOf([...wanted].sort(), (arn) => arn, input);
      return { AttachedPolicies: items.map(renderAttached), ...end };
    },
  };
}

export function renderAttached(arn: string) {
  return { PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn };
}

/** @throws {ServiceError} `InvalidInput` */
export function checkPolicyArn(arn: string): void {
  if (parseIamArn(arn)?.type !== 'policy') throw invalidInput(`ARN ${arn} is not valid.`);
}
