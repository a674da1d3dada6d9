import type { Random } from '../random.ts';

/** A step whose meaning nobody disputes. */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'slice'; readonly from: number; readonly to: number }
  | { readonly kind: 'deep'; readonly name: string };

const NAMES = ['a', 'b', 'c', 'none'];
const JUNK = [
  '$',
  '@',
  '.',
  '..',
  '*',
  '[',
  ']',
  '(',
  ')',
  '?',
  "'a'",
  '"b"',
  'a',
  'b',
  '0',
  '-1',
  ':',
  ',',
  ' ',
  '\\',
];
const MORE_JUNK = [
  '?(@.a)',
  '==',
  '!=',
  '<',
  '>=',
  '=~',
  '/(a*)*b/',
  '&&',
  '||',
  '!',
  'in',
  'nin',
  '1.5',
  'null',
  'size()',
];

export function randomSteps(random: Random): readonly Step[] {
  return Array.from({ length: 1 + random.below(5) }, (): Step => {
    const name = random.pick(NAMES);
    switch (random.below(7)) {
      case 0:
        return { kind: 'index', index: random.below(12) - 2 };
      case 1:
        return { kind: 'all' };
      case 2: {
        const from = random.below(4);
        return { kind: 'slice', from, to: from + random.below(5) };
      }
      case 3:
        return { kind: 'deep', name };
      default:
        return { kind: 'name', name };
    }
  });
}

/** The path of steps; names in one notation or the other. */
export function textOf(steps: readonly Step[], random: Random): string {
  const texts = steps.map((step) => {
    switch (step.kind) {
      case 'name':
        return random.pick([`.${step.name}`, `['${step.name}']`, `["${step.name}"]`]);
      case 'index':
        return `[${step.index}]`;
      case 'all':
        return random.pick(['[*]', '.*']);
      case 'slice':
        return `[${step.from}:${step.to}]`;
      default:
        return random.pick([`..${step.name}`, `..['${step.name}']`]);
    }
  });
  return `$${texts.join('')}`;
}

export function randomJunk(random: Random): string {
  const pieces = Array.from({ length: 1 + random.below(12) }, () =>
    random.pick(random.below(2) === 0 ? JUNK : MORE_JUNK),
  );
  return `${random.pick(['$', '$.', ''])}${pieces.join('')}`;
}
