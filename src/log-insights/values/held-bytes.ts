import { Structure, type Value } from './value.ts';

/** About what V8 needs of a map or list, and of each member of one. */
const BYTES_A_STRUCTURE = 32;
const BYTES_A_MEMBER = 16;

/** How much is held with a value, in bytes: an estimate, a character counted as one. */
export function heldBytes(value: Value): number {
  if (typeof value === 'string') return value.length;
  if (!(value instanceof Structure)) return 0;
  let bytes = 0;
  const open: unknown[] = [value.value];
  while (open.length > 0) {
    const next = open.pop();
    bytes += BYTES_A_MEMBER;
    if (typeof next === 'string') bytes += next.length;
    if (typeof next !== 'object' || next === null) continue;
    bytes += BYTES_A_STRUCTURE;
    for (const member of Object.values(next)) open.push(member);
  }
  return bytes;
}
