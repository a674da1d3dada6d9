import type { Member, Shape, StructureShape } from './shape.ts';

/**
 * Lists the required members that a decoded input lacks, as AWS writes their places: the first letter of a member in
 * lower case, list items counted from 1 (`tags.1.member.key`).
 * @returns paths in the order of the schema; empty when nothing is missing
 */
export function nullMembers(shape: StructureShape, input: Readonly<Record<string, unknown>>): readonly string[] {
  const found: string[] = [];
  visitStructure(shape, input, '', found);
  return found;
}

function visitStructure(
  shape: StructureShape,
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  found: string[],
): void {
  for (const member of shape.members) {
    const path = prefix + propertyName(member.name);
    const item = value[member.name];
    if (item !== undefined && item !== null) visit(member.shape, item, path, found);
    else if (member.required) found.push(path);
  }
}

function visit(shape: Shape, value: unknown, path: string, found: string[]): void {
  if (!mayLackMembers(shape)) return;
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(shape.member.shape, item, `${path}.${index + 1}.member`, found);
  } else if (shape.kind === 'map' && isRecord(value)) {
    for (const [key, item] of Object.entries(value)) visit(shape.value.shape, item, `${path}.${key}.member`, found);
  } else if ((shape.kind === 'structure' || shape.kind === 'union') && isRecord(value)) {
    visitStructure(shape, value, `${path}.`, found);
  }
}

/** Spares the walk through a large list or map of simple values. */
function mayLackMembers(shape: Shape): boolean {
  const item: Member | undefined =
    shape.kind === 'list' ? shape.member : shape.kind === 'map' ? shape.value : undefined;
  if (item) return mayLackMembers(item.shape);
  return shape.kind === 'structure' || shape.kind === 'union';
}

function propertyName(memberName: string): string {
  return memberName.charAt(0).toLowerCase() + memberName.slice(1);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
