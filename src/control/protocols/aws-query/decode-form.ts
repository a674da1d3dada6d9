import type { ListShape, MapShape, Member, StructureShape } from '../../schema/index.ts';
import type { Values } from '../protocol.ts';
import { parseText } from '../text-values.ts';
import { type FormNode, formTree, numberedChildren } from './form-tree.ts';

/**
 * Reads an operation's input from form parameters.
 * @throws {SerializationError} when a value is not of its member's type
 */
export function decodeForm(shape: StructureShape, parameters: ReadonlyMap<string, string>): Values {
  return decodeStructure(shape, formTree(parameters));
}

function decodeStructure(shape: StructureShape, node: FormNode): Values {
  const values: Record<string, unknown> = {};
  for (const member of shape.members) {
    const child = node.children.get(member.traits.xmlName ?? member.name);
    if (child) values[member.name] = decode(member, child);
  }
  return values;
}

function decode(member: Member, node: FormNode): unknown {
  const { shape } = member;
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return decodeStructure(shape, node);
    case 'list':
      return decodeList(shape, member, node);
    case 'map':
      return decodeMap(shape, member, node);
    default:
      return parseText(member, node.value ?? '');
  }
}

/** `Names.member.1=a&Names.member.2=b`, flattened `Names.1=a&Names.2=b`; an empty list is `Names=`. */
function decodeList({ member: item }: ListShape, { traits }: Member, node: FormNode): readonly unknown[] {
  const items = traits.xmlFlattened ? node : node.children.get(item.traits.xmlName ?? 'member');
  return items ? numberedChildren(items).map((child) => decode(item, child)) : [];
}

/** `Map.entry.1.key=k&Map.entry.1.value=v`, flattened without `entry`. */
function decodeMap({ key, value }: MapShape, { traits }: Member, node: FormNode): Values {
  const entries = traits.xmlFlattened ? node : node.children.get('entry');
  if (!entries) return {};
  return Object.fromEntries(
    numberedChildren(entries).map((entry) => [
      entry.children.get(key.traits.xmlName ?? 'key')?.value ?? '',
      decode(value, entry.children.get(value.traits.xmlName ?? 'value') ?? { value: '', children: new Map() }),
    ]),
  );
}
