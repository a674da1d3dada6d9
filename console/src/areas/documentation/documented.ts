import {
  type DocumentationPart,
  type DocumentationPartLocation,
  partOf,
} from '../../../../src/model/documentation/index.ts';
import { locationKey } from './location.ts';

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

/** What is written about every entity, and the parts that are about none in particular. */
export function documentationOf(
  entities: readonly DocumentationPartLocation[],
  parts: readonly DocumentationPart[],
): Documentation {
  const ownOf = new Map(parts.map((part) => [locationKey(part.location), part]));
  const isEntity = new Set(entities.map(locationKey));
  const broad = parts.map(({ location }) => location).filter((location) => !isEntity.has(locationKey(location)));
  const all = [...entities, ...broad].map((location): Documented => {
    const own = ownOf.get(locationKey(location));
    const others = own ? parts.filter((part) => part !== own) : parts;
    return { location, own, inherited: partOf(location, others) };
  });
  return { parts, all };
}
