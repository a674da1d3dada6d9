import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API_GATEWAY, compileTemplate, TemplateRenderError, TemplateSyntaxError, VELOCITY_1_7 } from './index.ts';
import { render } from './testing/render.ts';

const PIECES = [
  '$a',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Velocity's notation.
  '${a}',
  '$!a',
  '.b',
  '.b(',
  '[0]',
  "['b']",
  ')',
  '(',
  '#set($a = ',
  '#if(',
  '#foreach($a in ',
  '#end',
  '#else',
  '#elseif(',
  '#define($a)',
  '#macro(m $a)',
  '#m(1)',
  '#stop',
  '#break',
  '#evaluate("$a")',
  '#[[',
  ']]#',
  '#*',
  '*#',
  '##',
  '\\',
  '$',
  '#',
  '"',
  "'",
  '1',
  '-',
  '.5',
  '+',
  '==',
  '&&',
  '!',
  '..',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  ' ',
  '\n',
  'x',
  'true',
  '$input.path("$.a")',
  '$input.json("$..b")',
  '$util.parseJson("[1]")',
  '.replaceAll("(a+)+", "$1")',
  '.get(0)',
  '.put(1, 2)',
];

describe('a template', () => {
  it('never fails with anything but its own errors, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }), fc.boolean(), (pieces, gateway) => {
        try {
          const template = compileTemplate(pieces.join(''), { dialect: gateway ? API_GATEWAY : VELOCITY_1_7 });
          expect(template.render({ a: new Map([['b', [1]]]) })).toBeTypeOf('string');
        } catch (error) {
          if (!(error instanceof TemplateSyntaxError || error instanceof TemplateRenderError)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never finds what every object inherits', () => {
    const names = ['constructor', 'prototype', 'hasOwnProperty', 'isPrototypeOf', 'class', 'getClass', 'call', 'map'];
    const roots = ['$input', '$util', '$context', '$stageVariables', "$input.path('$')", '$foreach', '$s', '$l'];
    for (const root of roots) {
      for (const name of names) {
        for (const use of [`.${name}`, `.${name}()`, `.${name}.${name}()`, `['${name}']`, `.get('${name}')`]) {
          expect(render(`#set($s = "x")#set($l = [1])${root}${use}`)).toBe('');
        }
        expect(render(`#set($s = "x")#set($l = [1])${root}['__proto__']`)).toBe('');
      }
    }
  });

  it('takes a name of a payload for a name, even __proto__', () => {
    const body = '{"__proto__": {"a": 1}, "constructor": 2}';
    expect(render("$input.path('$')['__proto__'].a $input.path('$.constructor')", { body })).toBe('1 2');
    expect(render("#set($m = $input.path('$'))#set($m['__proto__'] = 5)$m.a|$m['__proto__']", { body })).toBe('|5');
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  it('keeps nothing between renderings', () => {
    const template = compileTemplate('#set($x = "$!{x}-")$x#evaluate("#set($y = 1)")$!y', { dialect: VELOCITY_1_7 });
    expect(template.render({})).toBe('-1');
    expect(template.render({})).toBe('-1');
  });
});
