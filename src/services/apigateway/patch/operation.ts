/** The operations of a patch in the order in which AWS lists them (recorded `ValidationException`). */
export const PATCH_OPS = ['add', 'remove', 'move', 'test', 'replace', 'copy'] as const;
export type PatchOp = (typeof PATCH_OPS)[number];

/** One element of `patchOperations` as it arrives: every value is a string (features A1.3). */
export interface PatchOperation {
  readonly op?: string | undefined;
  /** A JSON pointer (RFC 6901) into the entity. */
  readonly path?: string | undefined;
  readonly value?: string | undefined;
  /** The source of a `copy`. */
  readonly from?: string | undefined;
}

export function isPatchOp(op: string | undefined): op is PatchOp {
  return PATCH_OPS.some((known) => known === op);
}
