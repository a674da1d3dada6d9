import type { Call } from '../../../aws/index.ts';
import type { Kind, Transaction } from '../../../store/index.ts';
import type { IamContext } from '../context.ts';
import { globalScope, nameId, type RoleDocument, type Tags, type UserDocument } from '../documents/index.ts';
import { noSuchEntity } from '../errors.ts';
import { checkAttachable } from '../find.ts';
import { pageOf } from '../pagination.ts';
import { renderTags, withoutTags, withTags } from '../tags.ts';
import { checkPolicyArn } from './attached-policies.ts';
import type { EntityRoom } from './room.ts';

type Principal = UserDocument | RoleDocument;
type GivenTags = Parameters<typeof withTags>[1];

/** What users and roles have besides: a permissions boundary, and tags. */
export function principalSettings<T extends Principal>(context: IamContext, room: EntityRoom<T>) {
  const { store } = context;

  function update({ scope }: Call, name: string, work: (entity: T, tx: Transaction) => Promise<T> | T): Promise<void> {
    return context.change(async (tx) => {
      const entity = await room.get(tx, scope.accountId, name);
      await tx.put(room.kind as Kind<T>, globalScope(scope.accountId), nameId(name), await work(entity, tx));
    });
  }

  return {
    update,

    putBoundary(call: Call, name: string, boundary: string): Promise<void> {
      checkPolicyArn(boundary);
      return update(call, name, async (entity, tx) => {
        await checkAttachable(tx, call.scope.accountId, boundary, 'Scope ARN:');
        return { ...entity, boundary };
      });
    },

    deleteBoundary(call: Call, name: string): Promise<void> {
      return update(call, name, ({ boundary, ...rest }) => {
        if (boundary === undefined) throw noSuchEntity(`The ${room.type} ${name} has no permissions boundary.`);
        return rest as unknown as T;
      });
    },

    tag(call: Call, name: string, tags: GivenTags): Promise<void> {
      return update(call, name, (entity) => ({ ...entity, tags: withTags(entity.tags, tags) }));
    },

    untag(call: Call, name: string, keys: readonly string[]): Promise<void> {
      return update(call, name, (entity) => ({ ...entity, tags: withoutTags(entity.tags, keys) }));
    },

    async listTags(
      { scope }: Call,
      name: string,
      page: { Marker?: string | undefined; MaxItems?: number | undefined },
    ) {
      return pageOfTags((await room.get(store, scope.accountId, name)).tags, page);
    },
  };
}

/** Sorted by key (API reference, `ListUserTags`), which pages that follow a removed tag rely on, too. */
export function pageOfTags(tags: Tags, page: { Marker?: string | undefined; MaxItems?: number | undefined }) {
  const sorted = renderTags(tags).sort((one, other) => (one.Key < other.Key ? -1 : 1));
  const { items, end } = pageOf(sorted, ({ Key }) => Key, page);
  return { Tags: items, ...end };
}

/** How an answer shows a boundary. */
export function renderBoundary(boundary: string | undefined) {
  if (boundary === undefined) return {};
  return { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary } };
}
