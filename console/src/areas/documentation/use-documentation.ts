import { useMemo } from 'react';
import { type DocumentationPart, documentableEntities } from '../../../../src/model/documentation/index.ts';
import { type Read, useAll } from '../../data/index.ts';
import { type Documentation, documentationOf } from './documented.ts';
import { isType, readLocation } from './location.ts';

/** What of an API can be documented, and what is. */
export function useDocumentation(restApiId: string): Read<Documentation> {
  const page = { restApiId, limit: 500 };
  const parts = useAll('apigateway', 'getDocumentationParts', page, ({ items }) => items);
  const resources = useAll('apigateway', 'getResources', { ...page, embed: ['methods'] }, ({ items }) => items);
  const models = useAll('apigateway', 'getModels', page, ({ items }) => items);
  const authorizers = useAll('apigateway', 'getAuthorizers', page, ({ items }) => items);
  const reads = [parts, resources, models, authorizers];
  const data = useMemo(() => {
    if (!parts.data || !resources.data || !models.data || !authorizers.data) return undefined;
    const known = parts.data.flatMap(({ id = '', location, properties = '' }): readonly DocumentationPart[] =>
      location?.type !== undefined && isType(location.type)
        ? [{ id, location: readLocation(location.type, location), properties }]
        : [],
    );
    const entities = documentableEntities({
      resources: resources.data
        .map(({ path = '', resourceMethods = {} }) => ({ path, resourceMethods }))
        .sort((a, b) => a.path.localeCompare(b.path)),
      modelNames: models.data.map(({ name = '' }) => name),
      authorizerNames: authorizers.data.map(({ name = '' }) => name),
    });
    return documentationOf(entities, known);
  }, [parts.data, resources.data, models.data, authorizers.data]);
  return {
    data,
    error: reads.find(({ error }) => error !== null)?.error ?? null,
    isPending: reads.some(({ isPending }) => isPending),
    refetch: () => Promise.all(reads.map((read) => read.refetch())),
  };
}
