import type { Member, Shape, StructureShape } from './shape.ts';

/** The way from an input to one of its members. */
export type MemberPath = readonly MemberStep[];
export type MemberStep =
  | { readonly kind: 'member'; readonly name: string }
  /** Counted from 1, as AWS does. */
  | { readonly kind: 'item'; readonly position: number }
  | { readonly kind: 'entry'; readonly key: string };

/**
 * Lists the required members that a decoded input lacks, those of nested structures too.
 * @returns in the order of the schema; empty when nothing is missing
 */
export function nullMembers(shape: StructureShape, input: Readonly<Record<string, unknown>>): readonly MemberPath[] {
  const found: MemberPath[] = [];
  visitStructure(shape, input, [], found);
  return found;
}

function visitStructure(
  shape: StructureShape,
  value: Readonly<Record<string, unknown>>,
  parent: MemberPath,
  found: MemberPath[],
): void {
  for (const member of shape.members) {
    const item = value[member.name];
    const isNull = item === undefined || item === null;
    if (isNull ? !member.required : !mayLackMembers(member.shape)) continue;
    const path: MemberPath = [...parent, { kind: 'member', name: member.name }];
    if (isNull) found.push(path);
    else visit(member.shape, item, path, found);
  }
}

function visit(shape: Shape, value: unknown, path: MemberPath, found: MemberPath[]): void {
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      visit(shape.member.shape, item, [...path, { kind: 'item', position: index + 1 }], found);
    }
  } else if (shape.kind === 'map' && isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      visit(shape.value.shape, item, [...path, { kind: 'entry', key }], found);
    }
  } else if ((shape.kind === 'structure' || shape.kind === 'union') && isRecord(value)) {
    visitStructure(shape, value, path, found);
  }
}

/** Spares the walk through simple values and through lists and maps of them. */
function mayLackMembers(shape: Shape): boolean {
  const item: Member | undefined =
    shape.kind === 'list' ? shape.member : shape.kind === 'map' ? shape.value : undefined;
  if (item) return mayLackMembers(item.shape);
  return shape.kind === 'structure' || shape.kind === 'union';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
