import type { Member, Shape } from '../../../src/control/schema/shape.ts';
import { fromBase64, type Values } from './values.ts';

/** Reads the given members off an element's children (Smithy, "XML shape serialization"). */
export function decodeXmlMembers(members: readonly Member[], element: Element): Values {
  return Object.fromEntries(
    members.map((member) => [member.name, decodeMember(member, element)]).filter(([, value]) => value !== undefined),
  );
}

function decodeMember({ name, shape, traits }: Member, parent: Element): unknown {
  const found = children(parent, traits.xmlName ?? name);
  const [first] = found;
  if (shape.kind === 'list' && traits.xmlFlattened) return found.map((item) => decode(shape.member.shape, item));
  return first && decode(shape, first);
}

function decode(shape: Shape, element: Element): unknown {
  const text = element.textContent ?? '';
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return decodeXmlMembers(shape.members, element);
    case 'list':
      return children(element, shape.member.traits.xmlName ?? 'member').map((item) => decode(shape.member.shape, item));
    case 'map':
      return Object.fromEntries(
        children(element, 'entry').map((entry) => [
          children(entry, shape.key.traits.xmlName ?? 'key')[0]?.textContent ?? '',
          decodeMember({ ...shape.value, name: 'value' }, entry),
        ]),
      );
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'timestamp':
      return new Date(text);
    case 'blob':
      return fromBase64(text);
    default:
      return text;
  }
}

function children(element: Element, name: string): readonly Element[] {
  return [...element.children].filter((child) => child.localName === name);
}
