import type { CodeFile } from '../zip/code-file.ts';

/** What was changed of a function's code and is not deployed, file by file. */
export interface CodeDraft {
  /** `CodeSha256` of the code that it was begun with. */
  readonly baseSha: string;
  /** By path; undefined for a file that is deleted. */
  readonly changes: ReadonlyMap<string, CodeFile | undefined>;
}

/** The files with the changes, by path. */
export function changed(base: readonly CodeFile[], { changes }: CodeDraft): readonly CodeFile[] {
  const kept = base.filter(({ path }) => !changes.has(path));
  const written = [...changes.values()].filter((file) => file !== undefined);
  return [...kept, ...written].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file as it now is; one that is as it was before is no change. */
export function withFile(draft: CodeDraft, base: readonly CodeFile[], file: CodeFile): CodeDraft {
  const changes = new Map(draft.changes);
  const before = base.find(({ path }) => path === file.path);
  if (before && before.mode === file.mode && isSame(before.bytes, file.bytes)) changes.delete(file.path);
  else changes.set(file.path, file);
  return { ...draft, changes };
}

export function withoutFile(draft: CodeDraft, base: readonly CodeFile[], gone: string): CodeDraft {
  const changes = new Map(draft.changes);
  if (base.some(({ path }) => path === gone)) changes.set(gone, undefined);
  else changes.delete(gone);
  return { ...draft, changes };
}

/** What was changed while another draft was deployed; null for nothing. @param sha of what is deployed now */
export function changedSince(sent: CodeDraft, now: CodeDraft, sha: string): CodeDraft | null {
  const changes = new Map(
    [...now.changes].filter(([path, file]) => !sent.changes.has(path) || sent.changes.get(path) !== file),
  );
  return changes.size === 0 ? null : { baseSha: sha, changes };
}

/** Whether a new file may be called so: what a zip file takes, within the function's folder. */
export function isPath(path: string): boolean {
  return path.length <= 255 && path.split('/').every((part) => !['', '.', '..'].includes(part)) && !/[\\\0]/.test(path);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
