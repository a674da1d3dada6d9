import { describe, expect, it } from 'vitest';
import type { Member, Shape, StructureShape } from '../../schema/index.ts';
import { decodeForm } from './decode-form.ts';
import { encodeXmlMembers } from './encode-xml.ts';
import { text } from './xml.ts';

function member(name: string, shape: Shape, traits: Member['traits'] = {}): Member {
  return { name, shape, traits, required: false };
}

const STRING: Shape = { kind: 'string' };
const strings = (traits: Member['traits'] = {}): Shape => ({ kind: 'list', member: member('member', STRING, traits) });
const MAP: Shape = { kind: 'map', key: member('key', STRING), value: member('value', { kind: 'number' }) };

// The forms of Smithy's "AWS query protocol", sections "Collections" and "Maps".
const shape: StructureShape = {
  kind: 'structure',
  name: 'S',
  members: [
    member('plain', strings()),
    member('named', strings({ xmlName: 'item' })),
    member('flat', strings(), { xmlFlattened: true }),
    member('renamed', STRING, { xmlName: 'Other' }),
    member('map', MAP),
    member('flatMap', MAP, { xmlFlattened: true }),
    member('empty', strings()),
  ],
};
const values = {
  plain: ['a', 'b'],
  named: ['c'],
  flat: ['d', 'e'],
  renamed: 'f',
  map: { k: 1, l: 2.5 },
  flatMap: { m: -3 },
  empty: [],
};

describe('decodeForm', () => {
  it('reads every form of lists and maps, items in the order of their numbers', () => {
    const form =
      'plain.member.2=b&plain.member.1=a&named.item.1=c&flat.1=d&flat.10=e&Other=f&map.entry.1.key=k&map.entry.1.value=1' +
      '&map.entry.2.key=l&map.entry.2.value=2.5&flatMap.1.key=m&flatMap.1.value=-3&empty=&Action=X&unknown.member.1=y';
    expect(decodeForm(shape, new Map(new URLSearchParams(form)))).toEqual(values);
  });

  it('bounds the depth of names', () => {
    expect(() => decodeForm(shape, new Map([['a.'.repeat(1000), 'x']]))).toThrow('nested too deeply');
  });
});

describe('encodeXmlMembers', () => {
  it('writes every form of lists and maps', () => {
    expect(encodeXmlMembers(shape.members, values)).toBe(
      '<plain><member>a</member><member>b</member></plain>' +
        '<named><item>c</item></named>' +
        '<flat>d</flat><flat>e</flat>' +
        '<Other>f</Other>' +
        '<map><entry><key>k</key><value>1</value></entry><entry><key>l</key><value>2.5</value></entry></map>' +
        '<flatMap><key>m</key><value>-3</value></flatMap>' +
        '<empty></empty>',
    );
  });
});

describe('text', () => {
  it('lets nothing become markup, nor stand that XML cannot hold', () => {
    expect(text('a<b>&"c"\r\n\t\u0000\u000b\uffff')).toBe('a&lt;b&gt;&amp;&quot;c&quot;&#xD;\n\t\ufffd\ufffd\ufffd');
  });
});
