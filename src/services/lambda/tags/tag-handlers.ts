import { changeFunction } from '../change-function.ts';
import type { LambdaContext } from '../context.ts';
import { functionNotFound } from '../errors.ts';
import { findFunction } from '../function-document.ts';
import { qualifiedArn, referTo } from '../function-name.ts';
import type { LambdaHandlers } from '../types.ts';
import { checkTags } from './check-tags.ts';

/** API reference, `ListTags`, `TagResource`, `UntagResource`. */
export function tagHandlers(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'listTags' | 'tagResource' | 'untagResource'>> {
  return {
    async listTags(input, { scope }) {
      const reference = referTo(input.Resource, scope);
      const document = await findFunction(context.store, reference);
      if (document === undefined) throw functionNotFound(qualifiedArn(reference));
      return { Tags: document.tags };
    },
    async tagResource(input, { scope }) {
      await changeFunction(context, referTo(input.Resource, scope), undefined, (document) => {
        const tags = { ...document.tags, ...input.Tags };
        checkTags(tags);
        return { ...document, tags };
      });
      return {};
    },
    async untagResource(input, { scope }) {
      await changeFunction(context, referTo(input.Resource, scope), undefined, (document) => {
        const kept = Object.entries(document.tags).filter(([name]) => !input.TagKeys.includes(name));
        return { ...document, tags: Object.fromEntries(kept) };
      });
      return {};
    },
  };
}
