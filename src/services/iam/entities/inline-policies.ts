import type { Call } from '../../../aws/index.ts';
import { checkName } from '../check-input.ts';
import { checkIdentityPolicy, policyCharacters } from '../check-policy.ts';
import type { IamContext } from '../context.ts';
import type { EntityDocument } from '../documents/documents.ts';
import { globalScope, nameId } from '../documents/index.ts';
import { limitExceeded, noSuchEntity } from '../errors.ts';
import { IAM_LIMITS } from '../limits.ts';
import { pageOf } from '../pagination.ts';
import { printPolicy } from '../policy-text.ts';
import type { EntityRoom } from './room.ts';

interface Page {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

/** The policies that are a part of one entity: `Put...Policy`, `Get...Policy`, `Delete...Policy`, `List...Policies`. */
export function inlinePolicies<T extends EntityDocument>(context: IamContext, room: EntityRoom<T>) {
  const { store } = context;
  return {
    async put({ scope }: Call, name: string, policyName: string, document: string): Promise<void> {
      checkName(policyName, 'policyName', 128);
      checkIdentityPolicy(document);
      await context.change(async (tx) => {
        const entity = await room.get(tx, scope.accountId, name);
        const changed = { ...entity, inlinePolicies: { ...entity.inlinePolicies, [policyName]: document } };
        const characters = Object.values(changed.inlinePolicies).reduce((sum, text) => sum + policyCharacters(text), 0);
        const most = IAM_LIMITS.inlinePolicyCharacters[room.type];
        if (characters > most) {
          throw limitExceeded(`Maximum policy size of ${most} bytes exceeded for ${room.type} ${entity.name}`);
        }
        await tx.put(room.kind, globalScope(scope.accountId), nameId(name), changed);
      });
    },

    async get({ scope }: Call, name: string, policyName: string) {
      const entity = await room.get(store, scope.accountId, name);
      const document = textOf(room, entity, policyName);
      return { name: entity.name, PolicyName: policyName, PolicyDocument: printPolicy(document) };
    },

    async delete({ scope }: Call, name: string, policyName: string): Promise<void> {
      await context.change(async (tx) => {
        const entity = await room.get(tx, scope.accountId, name);
        textOf(room, entity, policyName);
        const { [policyName]: _, ...rest } = entity.inlinePolicies;
        await tx.put(room.kind, globalScope(scope.accountId), nameId(name), { ...entity, inlinePolicies: rest });
      });
    },

    async list({ scope }: Call, name: string, page: Page) {
      const entity = await room.get(store, scope.accountId, name);
      const { items, end } = pageOf(Object.keys(entity.inlinePolicies).sort(), (policyName) => policyName, page);
      return { PolicyNames: items, ...end };
    },
  };
}

function textOf(room: Pick<EntityRoom<never>, 'type'>, entity: EntityDocument, policyName: string): string {
  const text = Object.hasOwn(entity.inlinePolicies, policyName) ? entity.inlinePolicies[policyName] : undefined;
  if (text === undefined) throw noSuchEntity(`The ${room.type} policy with name ${policyName} cannot be found.`);
  return text;
}
