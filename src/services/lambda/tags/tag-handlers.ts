import type { Scope } from '../../../model/index.ts';
import { changeFunction } from '../change-function.ts';
import { isCodeSigningArn, signingConfigTags } from '../code-signing/index.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound } from '../errors.ts';
import { findFunction } from '../function-document.ts';
import { qualifiedArn, referTo } from '../function-name.ts';
import type { LambdaHandlers } from '../types.ts';
import { checkTags } from './check-tags.ts';

type Tags = Readonly<Record<string, string>>;

/** API reference, `ListTags`, `TagResource`, `UntagResource`: of functions and of code signing configurations. */
export function tagHandlers(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'listTags' | 'tagResource' | 'untagResource'>> {
  const { store } = context;
  const changeTags = async (resource: string, scope: Scope, change: (before: Tags) => Tags): Promise<void> => {
    if (isCodeSigningArn(resource)) {
      return store.transact((tx) => signingConfigTags.change(tx, resource, scope, change));
    }
    await changeFunction(context, referTo(resource, scope), undefined, (document) => ({
      ...document,
      tags: change(document.tags),
    }));
  };

  return {
    async listTags({ Resource }, { scope }) {
      if (isCodeSigningArn(Resource)) return { Tags: await signingConfigTags.read(store, Resource, scope) };
      const reference = referTo(Resource, scope);
      const document = await findFunction(store, reference);
      if (document === undefined) throw functionNotFound(qualifiedArn(reference));
      return { Tags: document.tags };
    },
    async tagResource({ Resource, Tags }, { scope }) {
      await changeTags(Resource, scope, (before) => {
        const tags = { ...before, ...Tags };
        checkTags(tags);
        return tags;
      });
      return {};
    },
    async untagResource({ Resource, TagKeys }, { scope }) {
      await changeTags(Resource, scope, (before) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !TagKeys.includes(name))),
      );
      return {};
    },
  };
}
