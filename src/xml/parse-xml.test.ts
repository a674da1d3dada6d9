import { describe, expect, it } from 'vitest';
import { parseXml, XmlSyntaxError } from './index.ts';

// XML 1.0 (fifth edition) and Namespaces in XML 1.0; section numbers in brackets.
describe('parseXml', () => {
  it('reads elements, attributes, texts, references, CDATA and comments', () => {
    const text = `<?xml version="1.0"?><!-- x --><a b='1 &lt; 2' c="&#65;&#x42;"><?p i?>x &amp; y<![CDATA[<z>&amp;]]><!-- - --><d/></a> `;
    expect(parseXml(text)).toEqual({
      namespace: '',
      local: 'a',
      attributes: [
        { namespace: '', local: 'b', value: '1 < 2' },
        { namespace: '', local: 'c', value: 'AB' },
      ],
      children: ['x & y<z>&amp;', { namespace: '', local: 'd', attributes: [], children: [] }],
    });
  });

  it('makes one line end of every kind, and spaces of those in attributes (2.11, 3.3.3)', () => {
    expect(parseXml('<a b="1\r\n2\t3">\r\n\r</a>')).toMatchObject({
      attributes: [{ value: '1 2 3' }],
      children: ['\n\n'],
    });
  });

  it('expands names by the declarations around them (Namespaces, 6)', () => {
    const text = '<a xmlns="urn:d" xmlns:p="urn:p"><p:b p:c="1" d="2"/><e xmlns=""/></a>';
    const { namespace, children } = parseXml(text);
    expect(namespace).toBe('urn:d');
    expect(children).toMatchObject([
      { namespace: 'urn:p', local: 'b', attributes: [{ namespace: 'urn:p' }, { namespace: '', local: 'd' }] },
      { namespace: '', local: 'e' },
    ]);
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=1/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a>]]></a>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a>&#0;</a>',
    '<a>&#x110000;</a>',
    '<p:a/>',
    '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>',
    '<a><!-- -- --></a>',
    '<a>\u0001</a>',
    '<1/>',
    '< a/>',
    '<a',
    '<a><![CDATA[</a>',
    '<?xml version="1.0"?><?xml version="1.0"?><a/>',
  ])('refuses %j, which is not well-formed', (text) => {
    expect(() => parseXml(text)).toThrow(XmlSyntaxError);
  });

  it('reads no document type: nothing expands and nothing is fetched', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><a>&c;</a>';
    expect(() => parseXml(laughs)).toThrow(XmlSyntaxError);
    expect(() => parseXml('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toThrow(XmlSyntaxError);
  });

  it('is bounded in depth and takes time in proportion to the text', () => {
    expect(() => parseXml('<a>'.repeat(100_000))).toThrow('More than 200 elements inside each other');
    const start = performance.now();
    expect(() => parseXml(`<a ${' '.repeat(1_000_000)}`)).toThrow(XmlSyntaxError);
    expect(parseXml(`<a>${'&lt;<b/>'.repeat(200_000)}</a>`).children).toHaveLength(400_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
