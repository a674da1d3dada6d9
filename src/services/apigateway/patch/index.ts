/**
 * The one engine behind every `Update*` operation: what may be patched on an entity is a table of rules (path pattern,
 * operations, how to read the value), and applying a patch is a pure function from entity to entity. A new entity brings
 * a table, never code that takes paths apart. Source: API reference, "Patch Operations"; features A1.3.
 */
export { compilePatch } from './apply.ts';
export { withMember } from './member.ts';
export { PATCH_OPS, type PatchOperation } from './operation.ts';
export { refuseListingPaths, refusePathThenOp } from './refusals.ts';
export { rulesOf } from './rules.ts';
export type { PatchChange, PatchEffect, PatchRule, RefusedOperation } from './table.ts';
export { decimal, flag, integer, oneOf, optional, optionalText, requiredText, text } from './value.ts';
