import type { Member } from '../../schema/index.ts';
import type { Values } from '../protocol.ts';
import { formatText } from '../text-values.ts';
import { element, text } from './xml.ts';

/** Writes the given members of a structure as XML elements (Smithy, "XML shape serialization"). */
export function encodeXmlMembers(members: readonly Member[], values: Values): string {
  return members
    .map((member) => {
      const value = values[member.name];
      return value === undefined || value === null
        ? ''
        : encodeXml(member, value, member.traits.xmlName ?? member.name);
    })
    .join('');
}

function encodeXml(member: Member, value: unknown, name: string): string {
  const { shape, traits } = member;
  switch (shape.kind) {
    case 'structure':
    case 'union':
      return element(name, encodeXmlMembers(shape.members, value as Values));
    case 'list': {
      const itemName = traits.xmlFlattened ? name : (shape.member.traits.xmlName ?? 'member');
      const items = (value as readonly unknown[]).map((item) => encodeXml(shape.member, item, itemName)).join('');
      return traits.xmlFlattened ? items : element(name, items);
    }
    case 'map': {
      const entries = Object.entries(value as Values).map(([key, item]) =>
        element(
          traits.xmlFlattened ? name : 'entry',
          encodeXml(shape.key, key, shape.key.traits.xmlName ?? 'key') +
            encodeXml(shape.value, item, shape.value.traits.xmlName ?? 'value'),
        ),
      );
      return traits.xmlFlattened ? entries.join('') : element(name, entries.join(''));
    }
    default:
      return element(name, text(formatText(member, value, 'date-time')));
  }
}
