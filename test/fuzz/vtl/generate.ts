import type { Random } from '../random.ts';

/** How deep blocks and expressions stand inside each other. */
const MAX_DEPTH = 4;

const NAMES = ['a', 'b', 'c', 'm', 'l', 's', 'foreach', 'input', 'util', 'context'];
const PROPERTIES = ['a', 'b', 'x', 'size', 'empty', 'count', 'index', 'hasNext', 'class', '__proto__', 'constructor'];
const METHODS = ['size()', 'get(0)', 'get("a")', 'put("a", $b)', 'add($a)', 'keySet()', 'entrySet()', 'toString()'];
const MORE_METHODS = [
  'substring(1)',
  'replaceAll("(a*)*b", "$0")',
  'split(",")',
  'remove(0)',
  'equals($a)',
  'none($c)',
];
const LITERALS = ['1', '-7', '2.5', 'true', 'false', '"x"', "'$a'", '"$a.b-$!c"', '""', '9999999999', '[]', '{}'];
const TEXTS = [
  'x',
  ' ',
  '\n',
  '{"k": ',
  ', ',
  '}',
  '$',
  '#',
  '\\',
  '\\$a',
  '$$',
  '#x',
  '\u00e4',
  '$5',
  '.b',
  '(1)',
  '[0]',
];

/**
 * A random template whose blocks mostly fit together, as a list of its statements: what is put between two of them stands
 * between two statements of the template.
 */
export function randomTemplate(random: Random): readonly string[] {
  return statements(random, 0);
}

function statements(random: Random, depth: number): string[] {
  return Array.from({ length: 1 + random.below(6) }, () => statement(random, depth));
}

function statement(random: Random, depth: number): string {
  const block = (): string => statements(random, depth + 1).join('');
  const kind = random.below(depth < MAX_DEPTH ? 16 : 8);
  switch (kind) {
    case 0:
    case 1:
      return random.pick(TEXTS);
    case 8:
      return `#set($${target(random)} = ${expression(random, depth)})`;
    case 9:
      return `#if(${expression(random, depth)})${block()}#elseif(${expression(random, depth)})${block()}#else${block()}#end`;
    case 10:
      return `#foreach($${random.pick(NAMES)} in ${expression(random, depth)})${block()}#end`;
    case 11:
      return `#define($${random.pick(NAMES)})${block()}#end`;
    case 12:
      return random.pick([
        '#break',
        '#stop',
        '#[[$a #if]]#',
        '## c\n',
        '#* c *#',
        '#end',
        '#if(',
        '#macro(q)x#end#q()',
      ]);
    case 13:
      return `#set($${target(random)} = ${expression(random, depth)})${block()}`;
    default:
      return reference(random, depth);
  }
}

function target(random: Random): string {
  const name = random.pick(NAMES);
  return random.pick([name, name, `${name}.${random.pick(PROPERTIES)}`, `${name}[${random.pick(LITERALS)}]`]);
}

function reference(random: Random, depth: number): string {
  const steps = Array.from({ length: random.below(4) }, () => step(random, depth)).join('');
  const path = `${random.pick(NAMES)}${steps}`;
  return random.pick([`$${path}`, `$!${path}`, `\${${path}}`, `$!{${path}}`]);
}

function step(random: Random, depth: number): string {
  switch (random.below(6)) {
    case 0:
      return `.${random.pick(METHODS)}`;
    case 1:
      return `.${random.pick(MORE_METHODS)}`;
    case 2:
      return depth < MAX_DEPTH ? `[${expression(random, depth + 1)}]` : '[0]';
    default:
      return `.${random.pick(PROPERTIES)}`;
  }
}

function expression(random: Random, depth: number): string {
  if (depth >= MAX_DEPTH) return random.pick(LITERALS);
  const inner = (): string => expression(random, depth + 1);
  switch (random.below(10)) {
    case 0:
      return random.pick(LITERALS);
    case 1:
      return `[${inner()}, ${inner()}]`;
    case 2:
      return `{${random.pick(['"a"', '"b"', '$s', '1'])}: ${inner()}}`;
    case 3:
      return `[${random.below(4)}..${random.below(2000)}]`;
    case 4:
      return `!${inner()}`;
    case 5:
      return `(${inner()} ${random.pick(['+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'])} ${inner()})`;
    default:
      return reference(random, depth + 1);
  }
}
