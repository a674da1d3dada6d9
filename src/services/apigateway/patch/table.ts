import type { ServiceError } from '../../../aws/index.ts';
import type { PatchOp } from './operation.ts';
import type { Captures } from './pattern.ts';

/** An operation after its path has been matched against a rule. */
export interface PatchChange {
  /** As sent. */
  readonly path: string;
  readonly captures: Captures;
  readonly value: string | undefined;
  readonly from: string | undefined;
}

/** Carries out one operation on an entity and gives the changed entity; the old one stays as it is. */
export type PatchEffect<T> = (entity: T, change: PatchChange) => T;

/** What may be done at the paths of one pattern. */
export interface PatchRule<T> {
  /** See `compilePattern`. */
  readonly path: string;
  readonly effects: Readonly<Partial<Record<PatchOp, PatchEffect<T>>>>;
  /** AWS's answer to any other operation here, where it differs from the table's. */
  readonly refuseOp?: () => ServiceError;
}

/** An operation that no rule allows. */
export interface RefusedOperation {
  readonly op: string | undefined;
  readonly path: string;
  readonly from: string | undefined;
  /** The operations that the path's rule allows; empty when no rule knows the path. */
  readonly allowedOps: readonly PatchOp[];
  /** The patterns at which the operation would be allowed. */
  readonly allowedPaths: readonly string[];
}

/** Everything that may be patched on one kind of entity. */
export interface PatchTable<T> {
  /** The first rule whose pattern matches decides. */
  readonly rules: readonly PatchRule<T>[];
  /** AWS words its refusals differently from entity to entity; see `refusals.ts`. */
  readonly refuse: (refused: RefusedOperation) => ServiceError;
}
