import { beforeAll, describe, expect, it } from 'vitest';
import { compileTemplate, TEMPLATE_LIMITS, TemplateRenderError, TemplateSyntaxError, VELOCITY_1_7 } from './index.ts';

const inLoops = (template: string) => `#foreach($a in [1..1000])#foreach($b in [1..1000])${template}#end#end`;
const render = (template: string) => compileTemplate(template).render({ s: 'x', l: [1, 2] });
const LOOPS = inLoops('#foreach($c in [1..1000])x#end');

/** Of a template that is ended: what the machine does beside it, or its host, is not counted. */
function cpuMs(template: string): number {
  const started = process.cpuUsage();
  expect(() => render(template)).toThrow(TemplateRenderError);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

describe('a template is bounded', () => {
  let loopsMs = 0;
  beforeAll(() => {
    loopsMs = cpuMs(LOOPS);
  }, 60_000);

  it('fact D47: takes 300 KB of template text, and no more', () => {
    const kilobytes300 = 300 * 1024;
    expect(compileTemplate('é'.repeat(kilobytes300 / 2)).source.length).toBe(kilobytes300 / 2);
    expect(() => compileTemplate('x'.repeat(kilobytes300 + 1))).toThrow(TemplateSyntaxError);
  });

  it('fact D47: stops #foreach after 1000 rounds', () => {
    expect(render('#foreach($i in [1..1005])#if($i > 998)$i #end#end|')).toBe('999 1000 |');
  });

  it('ends loops inside loops', () => {
    expect(loopsMs).toBeLessThan(4_000);
  });

  it.each([
    ['a text that doubles', '#set($t = "xxxxxxxx")#foreach($i in [1..1000])#set($t = "$t$t")#end'],
    ['a sum that doubles', '#set($t = "xxxxxxxx")#foreach($i in [1..1000])#set($t = $t + $t)#end'],
    ['a list that doubles', '#set($t = [1,2])#foreach($i in [1..1000])#set($x = $t.addAll($t))#end'],
    ['replacements that grow', "#set($t = 'xx')#foreach($i in [1..99])#set($t = $t.replace('x', $t))#end"],
    ['regular replacements that grow', "#set($t = 'xx')#foreach($i in [1..99])#set($t = $t.replaceAll('[x]', $t))#end"],
    ['joins that grow', "#set($t = 'xx')#foreach($i in [1..99])#set($t = $t.join($t, [$t, $t, $t]))#end"],
    ['concat that grows', "#set($t = 'xx')#foreach($i in [1..99])#set($t = $t.concat($t))#end"],
    ['much output', '#set($t = $s.repeat(99999))#foreach($i in [1..1000])$t#end'],
    ['an integer that grows', '#set($n = 99)#foreach($i in [1..1000])#set($n = $n * $n)#end'],
    ['a range without end', '#set($x = [1..999999999])'],
    ['a list inside itself', '#set($x = $l.add($l))$l'],
    ['a map inside itself', '#set($m = {})#set($m.m = $m)$m'],
    ['maps that hold one twice', `#set($m = {})${'#set($m = {"a": $m, "b": $m})'.repeat(90)}$m`],
    ['lists that hold one twice', `#set($m = [])${'#set($m = [$m, $m])'.repeat(90)}$m.toJSONString()`],
    ['a text that lists share', `#set($m = [$s.repeat(99999)])${'#set($m = [$m, $m])'.repeat(90)}$m`],
    ['keys that hold one twice', `#set($m = {})${'#set($n = {})#set($x = $n.put($m, $m))#set($m = $n)'.repeat(90)}$m`],
    ['an exponential pattern', "#set($t = $s.repeat(60))$t.replaceAll('(x+)+y', '')"],
    [
      'a long text worked on in loops',
      "#set($t = $s.repeat(9999999))#foreach($i in [1..999])#set($x = $t.indexOf('y'))#end",
    ],
    ['a list printed in loops', `#set($l = [1..1000])${inLoops('#set($x = "$l")')}`],
    ['lists compared in loops', `#set($l = [1..1000])#set($k = [1..1000])${inLoops('#if($l == $k)#end')}`],
    [
      'lists looked up in loops',
      `#set($l = [1..1000])#set($k = [[1..1000], [1..1000]])${inLoops('#set($x = $k.indexOf($l))')}`,
    ],
    [
      'a comparison of lists that hold one twice',
      `#set($m = [])#set($n = [])${'#set($m = [$m, $m])#set($n = [$n, $n])'.repeat(90)}#if($m == $n)#end`,
    ],
  ])('ends %s', { timeout: 60_000 }, (_what, template) => {
    // Whatever a step is of, it costs about the same: where loops take long, so may the rest.
    expect(cpuMs(template)).toBeLessThan(Math.max(4_000, 4 * loopsMs));
  });

  it('ends macros, definitions and evaluations that call themselves', () => {
    const plain = (template: string) => compileTemplate(template, { dialect: VELOCITY_1_7 }).render({});
    expect(() => plain('#macro(m)#m()#end#m()')).toThrow('call each other');
    expect(() => plain("#set($e = '#evaluate($e)')#evaluate($e)")).toThrow('call each other');
    expect(plain('#define($d)x$d#end$d')).toBe('xx$d');
  });

  it.each([
    ['blocks', '#if(true)'.repeat(200) + '#end'.repeat(200)],
    ['parentheses', `#set($x = ${'('.repeat(200)}1${')'.repeat(200)})`],
    ['negations', `#set($x = ${'!'.repeat(200)}true)`],
    ['lists', `#set($x = ${'['.repeat(200)}${']'.repeat(200)})`],
    ['operators', `#set($x = 1${' + 1'.repeat(1_000)})`],
    ['arguments', `${'$a.b('.repeat(200)}1${')'.repeat(200)}`],
  ])('refuses too deeply nested %s', (_what, template) => {
    expect(() => compileTemplate(template)).toThrow(TemplateSyntaxError);
  });

  it('takes long chains that are not nested', () => {
    const branches = '#elseif(false)b'.repeat(2_000);
    expect(render(`#if(false)a${branches}#else c#end`)).toBe(' c');
    expect(render(`$s${'.toString()'.repeat(2_000)}`)).toBe('x');
  });

  it.each(['$!', '$\\', '$$!', '$a.b##', '#set($a=1)', '#if(true)x#end', '\\#if ', '$!$a', '#foo ', '\t#', '${'])(
    'reads 300 KB of %j in linear time',
    (piece) => {
      const started = performance.now();
      try {
        compileTemplate(piece.repeat(Math.floor((300 * 1024) / piece.length)));
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateSyntaxError);
      }
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );

  it('lets single limits be replaced', () => {
    const template = compileTemplate('#foreach($i in [1..9])$i#end', { limits: { maxLoopRounds: 2 } });
    expect(template.render({})).toBe('12');
    expect(TEMPLATE_LIMITS.maxLoopRounds).toBe(1000);
  });
});
