import { describe, expect, it } from 'vitest';
import { TemplateSyntaxError } from './index.ts';
import { render } from './testing/render.ts';

/**
 * What API Gateway itself answered to such templates in 2023 and 2024, as the snapshot tests of LocalStack's Velocity
 * engine (airspeed-ext) recorded it; `body` was the payload whose members were the template's variables.
 */
type Row = readonly [what: string, template: string, body: unknown, answer: string];

const ROWS: readonly Row[] = [
  ['an unknown reference prints nothing', 'Hi $who', {}, 'Hi '],
  ['a quiet one neither', 'Hi $!who', {}, 'Hi '],
  ['a lone dollar stays', 'Hi $ ', {}, 'Hi $ '],
  ['an unknown reference is true', '#if($who)yes#end', {}, 'yes'],
  ['however deep', '#if($!{a.b.c})yes#end', {}, 'yes'],
  ['and so #else is left out', '#if($who) yes #else no #end', {}, ' yes '],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Velocity's notation.
  ['false is false', '#if(${a.b.c})yes#end', { a: { b: { c: false } } }, ''],
  ['a null counts as unknown', '#if($a)yes#end', { a: null }, 'yes'],
  ['also negated', '#if(!$a)yes#end', { a: null }, ''],
  ['braces around #else', '#if($a)yes#{else}no#end', { a: false }, 'no'],
  ['braces around #end', '#if($a)yes#{end}tail', {}, 'yestail'],
  ['elseif', '#if($a)1#elseif($b)2#else 3#end', { a: false, b: true }, '2'],
  ['comparison by word', '#if($n ge 1)yes#end', { n: 1 }, 'yes'],
  ['equality', '#if($n == 1)yes#end', { n: 2 }, ''],
  ['logic', '#if(!$a && !$b)yes#end', { a: false, b: false }, 'yes'],
  ['grouping', '#if(($a == 1) && ($b == 2))yes#end', { a: 1, b: 2 }, 'yes'],
  ['arithmetic before comparison', '#set($x = 4 > 2 + 5)$x', {}, 'false'],
  ['products before sums', '#set($x = 2 + 5 * 4)$x', {}, '22'],
  ['a modulus', '#set($x = ($n % 2))$x', { n: 3 }, '1'],
  ['a quotient of a fraction', '#set($x = 100.0 / 50)$x', {}, '2.0'],
  ['a number that begins with its point', '#set($x = .5*.1)$x', {}, '0.05'],
  ['rounds of a loop', '#foreach($i in $l)$foreach.count/$foreach.index,#end', { l: ['a', 'b'] }, '1/0,2/1,'],
  ['the old counter', '#foreach($i in $l)$velocityCount,#end', { l: ['a', 'b'] }, '1,2,'],
  ['the old look-ahead', '#foreach($i in [1, 2, 3])$i#if($velocityHasNext)+#end#end', {}, '1+2+3'],
  ['first and last', '#foreach($i in [1..3])#if($foreach.first)<#end$i#if($foreach.last)>#end#end', {}, '<123>'],
  ['a range downwards', '#foreach($i in [2..-1])$i,#end', {}, '2,1,0,-1,'],
  [
    'loops inside each other',
    '#foreach($j in [1,2])#foreach($i in [3,4])$foreach.count#end$foreach.count|#end',
    {},
    '121|122|',
  ],
  ['a loop over nothing', '#foreach($i in $none)x#end', {}, ''],
  ['a loop variable is gone behind its loop', '#foreach($i in $l)$i#end$i', { l: [1, 2] }, '12'],
  ['and has its old value', '#set($i = 9)#foreach($i in [1, 2])$i#end$i', {}, '129'],
  ['an outer variable set in a loop', '#set($v = 0)#foreach($i in $l)#set($v = $i)#end$v', { l: [2, 3] }, '3'],
  ['a backslash in a string is no escape', '#set($x = "\\\\a\\nb")$x', {}, '\\\\a\\nb'],
  ['two quotes are one', '#set($x = "{""a"": 2}")$x', {}, '{"a": 2}'],
  ['a reference in double quotes', '#set($x = "hi $who!")$x', { who: 'you' }, 'hi you!'],
  ['an escaped one', '#set($x = "hi \\$who!")$x', { who: 'you' }, 'hi $who!'],
  ['escapes before references', '#set($e = "foo")$e \\$e \\\\$e', {}, 'foo $e \\foo'],
  ['escapes before directives', '\\#end \\# end', {}, '#end \\# end'],
  ['a comment to the end of the line', '## c\nA\nB## d $x', {}, 'A\nB'],
  ['a comment over lines', 'A#*\n c *#\n B', {}, 'A\n B'],
  ['a block prints wherever it is named', '#define($b)$c#end#set($c = 1)$b#set($c = 2)$b', {}, '12'],
  ['a block is no method', '#define($b)hi#end$b()', {}, 'hi()'],
  ['macros are not defined', '#macro(m)x#end#m()', {}, '#m()'],
  ['#evaluate is text', '#set($x = "1")#evaluate($x)', {}, '#evaluate($x)'],
  ['unknown directives are text', '#return($x)', {}, '#return($x)'],
  ['#stop', 'a #stop b', {}, 'a '],
  ['a list literal', '#foreach($x in ["a", $n, 7])$x#end', { n: 'b' }, 'ab7'],
  ['a map literal', '#set($m = {"a": "$n", "b": 15})$m.a', { n: 'c' }, 'c'],
  ['a map prints as Java', "#set($m = {'a': 'b', 'c': 'd'})$m.toString()", {}, '{a=b, c=d}'],
  ['an empty map', '#set($m = {})$m', {}, '{}'],
  ['indexes', '#set($i = 1)$l[ $i ][0].b', { l: [0, [{ b: 'x' }]] }, 'x'],
  ['an index by name', "$m.a['x:y']", { m: { a: { 'x:y': 'z' } } }, 'z'],
  ['put gives what was there', "#set($was = $m.put('a', 2))$was $m.a", { m: { a: 1 } }, '1 2'],
  ['putAll', "#set($x = $m.putAll({'a': 3, 'b': 2}))$m.a$m.b", { m: { a: 1 } }, '32'],
  [
    'a null put into a map reads as empty',
    '#set($m = {})#set($x = $m.put("k", null))#if("$m.k" == "")empty#end',
    {},
    'empty',
  ],
  ['methods of lists', '#set($l = [1,2,3])$l.size()$l.contains(1)$l.get(1)$l.isEmpty()', {}, '3true2false'],
  [
    'methods of strings',
    "#set($s = 'foobar')$s.length()$s.indexOf('b')$s.substring(3, 6)$s.startsWith('foo')",
    {},
    '63bartrue',
  ],
  ['replaceAll', "#set($s = 'foobar1bab')$s.replaceAll('ba.', 'z')", {}, 'fooz1z'],
  ['matches', "#set($s = '20x')$s.matches('[0-9]*')", {}, 'false'],
  ['blanks around #set', '\n  #set($x = {\n  "a": 1\n} )\n  $x.a', {}, '\n    1'],
  ['a comment that joins lines', '#if(true)\nhello##\n#end', {}, 'hello'],
  ['letters beyond ASCII', '$v', { v: 'Grüße' }, 'Grüße'],
  ['colours', '<b style="color: #13ff93">', {}, '<b style="color: #13ff93">'],
];

describe('a template renders as API Gateway rendered it', () => {
  it.each(ROWS)('%s: %j', (_what, template, body, answer) => {
    const names = Object.keys(body as object);
    const setup = names.map((name) => `#set($${name} = $all.${name})`).join('');
    // A null cannot be set: the variable stays unknown, as in the recordings.
    expect(render(`#set($all = $input.path('$'))${setup}#[[]]#${template}`, { body: JSON.stringify(body) })).toBe(
      answer,
    );
  });

  it.each([
    ['a lone dollar at the end', 'Hi $'],
    ['a lone hash', '#'],
    ['escaped quotes in a string', '#set($x = "\\"a\\"")$x'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Velocity 2's notation.
    ['an alternate value', "${a|'b'}"],
  ])('%s is refused, where API Gateway answers 500', (_what, template) => {
    expect(() => render(template)).toThrow(TemplateSyntaxError);
  });
});
