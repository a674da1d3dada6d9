import { describe, expect, it } from 'vitest';
import { compileTemplate, TemplateRenderError, TemplateSyntaxError } from './index.ts';

// Lines and columns are counted by hand: of what is wrong, and inside of a string, of the string.
describe('errors say where', () => {
  it.each([
    ['a #end', { line: 1, column: 3 }],
    ['#if(true)', { line: 1, column: 10 }],
    ['x\n  #set($x = )', { line: 2, column: 13 }],
    ['a\r\nb\rc ${name.', { line: 3, column: 9 }],
    ['#set($x = "a\n#if(")', { line: 1, column: 11 }],
    ['{\n  "a": #if($x == )1#end\n}', { line: 2, column: 18 }],
    ["#parse('x')", { line: 1, column: 1 }],
    ['\n #include("x")', { line: 2, column: 2 }],
    ['#foreach(x in $l)#end', { line: 1, column: 1 }],
    ['#set($x = 5-3)', { line: 1, column: 12 }],
  ])('%j when it is compiled', (template, position) => {
    const error = thrown(() => compileTemplate(template));
    expect(error).toBeInstanceOf(TemplateSyntaxError);
    expect(error).toMatchObject({ position });
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`line ${position.line}, column ${position.column}`),
    );
  });

  it.each([
    ['\n $s.substring(9)', { line: 2, column: 4 }, 'substring'],
    ['a\nb $l[9]', { line: 2, column: 5 }, 'Index 9 is out of bounds'],
    ['$l.get(5)', { line: 1, column: 3 }, 'Index 5'],
    ["$s.matches('(')", { line: 1, column: 3 }, 'Unclosed group'],
    ['#set($x =\n "$l.get(7)")', { line: 2, column: 2 }, 'Index 7'],
    ["$s.format('%s', 1)", { line: 1, column: 3 }, 'not supported'],
  ])('%j when it is rendered', (template, position, problem) => {
    const error = thrown(() => compileTemplate(template).render({ s: 'abc', l: [1] }));
    expect(error).toBeInstanceOf(TemplateRenderError);
    expect(error).toMatchObject({ position });
    expect(error).toHaveProperty('message', expect.stringContaining(problem));
  });

  it('keeps what a host object threw as the cause', () => {
    const cause = new Error('no');
    const host = {
      get: () => undefined,
      call: () => {
        throw cause;
      },
      text: () => '',
    };
    expect(thrown(() => compileTemplate('$h.x()').render({ h: host }))).toMatchObject({ cause });
  });
});

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
