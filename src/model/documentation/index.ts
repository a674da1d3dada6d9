/**
 * What of an API can be documented, and which part gives an entity its content (features A16). Pure, so that the console says by the
 * same rules what an export says.
 */
export { documentableEntities } from './entities.ts';
export { LOCATION_DEFAULTS, LOCATION_FIELDS, type LocationField } from './fields.ts';
export { partOf } from './inheritance.ts';
export {
  DOCUMENTATION_PART_TYPES,
  type DocumentationPart,
  type DocumentationPartLocation,
  type DocumentationPartType,
  type DocumentationVersion,
} from './part.ts';
