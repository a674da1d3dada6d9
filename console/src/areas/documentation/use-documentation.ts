import { useMemo } from 'react';
import {
  type DocumentationPart,
  type DocumentationPartLocation,
  documentableEntities,
  partOf,
} from '../../../../src/model/documentation/index.ts';
import { type Read, useAll } from '../../data/index.ts';
import { isType, locationKey, readLocation } from './location.ts';

/** Something that can be documented, and what is written about it. */
export interface Documented {
  readonly location: DocumentationPartLocation;
  /** The part at the very location. */
  readonly own: DocumentationPart | undefined;
  /** The closest broader one, whose content it has where it has none of its own. */
  readonly inherited: DocumentationPart | undefined;
}

export interface Documentation {
  readonly parts: readonly DocumentationPart[];
  /** Every entity, and the parts that are about none in particular. */
  readonly all: readonly Documented[];
}

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

function documentationOf(
  entities: readonly DocumentationPartLocation[],
  parts: readonly DocumentationPart[],
): Documentation {
  const own = new Map(parts.map((part) => [locationKey(part.location), part]));
  const isEntity = new Set(entities.map(locationKey));
  const broad = parts.map(({ location }) => location).filter((location) => !isEntity.has(locationKey(location)));
  const all = [...entities, ...broad].map((location) => {
    const key = locationKey(location);
    const others = parts.filter((part) => locationKey(part.location) !== key);
    return { location, own: own.get(key), inherited: partOf(location, others) };
  });
  return { parts, all };
}
