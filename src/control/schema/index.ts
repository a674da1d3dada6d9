/**
 * The published schemas of the AWS services, typed and ready to be walked: operations with their HTTP bindings, shapes
 * with resolved members, errors. Read from `dist/schemas` when a service's first call comes (docs/decisions/0002).
 */
export { type MemberPath, type MemberStep, nullMembers } from './null-members.ts';
export { type OperationMatch, type RestRoutes, restRoutes } from './rest-routes.ts';
export type { ProtocolName } from './schema-file.ts';
export { createSchemaLibrary, type SchemaLibrary } from './schema-library.ts';
export type { Operation, ServiceSchema } from './service-schema.ts';
export type { ListShape, MapShape, Member, Shape, StructureShape, TimestampFormat } from './shape.ts';
