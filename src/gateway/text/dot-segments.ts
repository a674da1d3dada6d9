/**
 * Whether a path holds a `.` or `..` segment, also behind percent-encoding or beside an encoded or backward slash. Such a
 * path means one resource to us and may mean another to a backend, so it is refused.
 */
export function hasDotSegment(path: string): boolean {
  if (!path.includes('.') && !path.includes('%')) return false;
  const plain = path.replace(/%2e/gi, '.').replace(/%2f|%5c|\\/gi, '/');
  return /(^|\/)\.{1,2}(\/|$)/.test(plain);
}
