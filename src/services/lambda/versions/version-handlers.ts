import type { LambdaContext } from '../context.ts';
import { functionNotFound, revisionMismatch } from '../errors.ts';
import { findFunction } from '../function-document.ts';
import { qualifiedArn, referTo } from '../function-name.ts';
import { toConfiguration, toListed } from '../functions/configuration.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refuse.ts';
import type { LambdaHandlers } from '../types.ts';
import { publishVersion } from './publish.ts';
import { versionKind } from './version-document.ts';

/** API reference, `PublishVersion`, `ListVersionsByFunction`. */
export function versionHandlers(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'publishVersion' | 'listVersionsByFunction'>> {
  const { store } = context;
  return {
    async publishVersion(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      refuse({ PublishTo: input.PublishTo !== undefined });
      const revisionId = context.uuid();
      const published = await store.transact(async (tx) => {
        const document = await findFunction(tx, reference);
        if (document === undefined) throw functionNotFound(qualifiedArn(reference));
        if (input.RevisionId && input.RevisionId !== document.revisionId) throw revisionMismatch();
        return publishVersion(tx, reference, document, {
          description: input.Description,
          codeSha256: input.CodeSha256,
          revisionId,
        });
      });
      return toConfiguration(published, { ...reference, qualifier: published.version });
    },

    /** `$LATEST` first, then the versions in the order in which they were published. */
    async listVersionsByFunction(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      const document = await findFunction(store, reference);
      if (document === undefined) throw functionNotFound(qualifiedArn(reference));
      const isFirst = input.Marker === undefined;
      const { items, marker } = await pageOf(store, versionKind, reference.scope, {
        prefix: `${reference.name}/`,
        marker: input.Marker,
        maxItems: input.MaxItems,
        taken: isFirst ? 1 : 0,
      });
      const versions = [...(isFirst ? [document] : []), ...items.map(({ value }) => value)];
      return {
        Versions: versions.map((state) => toListed(state, { ...reference, qualifier: state.version ?? '$LATEST' })),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },
  };
}
