/**
 * Deployment: one frozen state of an API (features A1.8). Creating one writes the snapshot that stages serve; nothing ever
 * changes a snapshot, and one that a stage serves cannot be deleted.
 */
export { freezeApi } from './freeze.ts';
export { deploymentHandlers } from './handlers.ts';
