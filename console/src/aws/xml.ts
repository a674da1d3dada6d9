import type { Member, Shape } from '../../../src/control/schema/shape.ts';
import type { XmlElement } from '../../../src/xml/element.ts';
import { fromBase64, type Values } from './values.ts';

export type { XmlElement };

/** Reads the given members off an element's children (Smithy, "XML shape serialization"). */
export function decodeXmlMembers(members: readonly Member[], element: XmlElement): Values {
  return Object.fromEntries(
    members.map((member) => [member.name, decodeMember(member, element)]).filter(([, value]) => value !== undefined),
  );
}

function decodeMember({ name, shape, traits }: Member, parent: XmlElement): unknown {
  const found = children(parent, traits.xmlName ?? name);
  const [first] = found;
  if (shape.kind === 'list' && traits.xmlFlattened) return found.map((item) => decode(shape.member.shape, item));
  return first && decode(shape, first);
}

function decode(shape: Shape, element: XmlElement): unknown {
  const text = textOf(element);
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return decodeXmlMembers(shape.members, element);
    case 'list':
      return children(element, shape.member.traits.xmlName ?? 'member').map((item) => decode(shape.member.shape, item));
    case 'map':
      return Object.fromEntries(
        children(element, 'entry').map((entry) => [
          findText(entry, shape.key.traits.xmlName ?? 'key') ?? '',
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

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

/** The text of the first element of a name, at any depth. */
export function findText(element: XmlElement | undefined, name: string): string | undefined {
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') continue;
    const found = child.local === name ? textOf(child) : findText(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string').filter(({ local }) => local === name);
}

function textOf({ children: inside }: XmlElement): string {
  return inside.filter((child) => typeof child === 'string').join('');
}
