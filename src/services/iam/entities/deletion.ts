import type { EntityDocument } from '../documents/documents.ts';
import { deleteConflict } from '../errors.ts';

/** @throws {ServiceError} `DeleteConflict` while an entity has policies */
export function refuseDeletion({ attachedPolicies, inlinePolicies }: EntityDocument): void {
  if (attachedPolicies.length > 0) throw deleteConflict('Cannot delete entity, must detach all policies first.');
  if (Object.keys(inlinePolicies).length > 0) {
    throw deleteConflict('Cannot delete entity, must delete policies first.');
  }
}
