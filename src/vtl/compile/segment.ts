import type { Reference, Statement } from '../syntax/index.ts';
import { getProperty, textOf, type Value } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import { Definition } from './definition.ts';
import { intern } from './intern.ts';
import { compileOwner } from './reference.ts';
import type { Completion, Evaluate, RenderState, Run } from './render-state.ts';

type Text = Extract<Statement, { kind: 'text' }>;
type Print = Extract<Statement, { kind: 'print' }>;

/** Texts and references in a row, which most of a mapping template is. */
export type Segment = readonly (Text | Print)[];

/** Whether a statement can be part of a segment: what needs to know its surroundings is printed by itself. */
export function isSegmentPart(statement: Statement, compiler: Compiler): statement is Text | Print {
  if (statement.kind === 'text') return true;
  if (statement.kind !== 'print') return false;
  return statement.backslashes === 0 && !compiler.parameters.includes(statement.reference.root);
}

interface Part {
  /** What stands before the value. */
  readonly text: string;
  /** The whole value; or, with `property`, what the property is read from. */
  readonly evaluate: Evaluate;
  readonly property: string | undefined;
  /** The value that the part before this one has read its property from serves here, too. */
  readonly sharesOwner: boolean;
  /** What is printed where there is no value. */
  readonly missing: string;
  /** The reference as written. */
  readonly source: string;
  readonly offset: number;
}

/** Writes a whole segment at once. */
export function compileSegment(segment: Segment, compiler: Compiler): Run {
  const parts: Part[] = [];
  const prints = segment.filter((statement) => statement.kind === 'print');
  let text = '';
  for (const statement of segment) {
    if (statement.kind === 'text') {
      text += statement.text;
      continue;
    }
    parts.push(compilePart(text, statement, prints[parts.length - 1], compiler));
    text = '';
  }
  return runParts(parts, text);
}

function compilePart(text: string, { reference, dollars }: Print, before: Print | undefined, compiler: Compiler): Part {
  const owner = ownerOf(reference);
  return {
    text: text + dollars,
    evaluate: owner === undefined ? compiler.reference(reference) : compileOwner(owner.reference, compiler),
    property: owner?.property,
    sharesOwner: owner !== undefined && before !== undefined && owner.path === ownerOf(before.reference)?.path,
    missing: missingText(reference, compiler),
    source: reference.quiet ? '' : reference.source,
    offset: reference.offset,
  };
}

function missingText(reference: Reference, compiler: Compiler): string {
  return reference.quiet || compiler.dialect.undefinedReference === 'empty' ? '' : reference.source;
}

/** What a reference with two properties or more reads its last one from. */
function ownerOf(reference: Reference) {
  const last = reference.steps.at(-1);
  const steps = reference.steps.slice(0, -1);
  if (last?.kind !== 'property' || steps.length === 0) return undefined;
  const names = steps.map((step) => (step.kind === 'property' ? step.name : undefined));
  if (names.includes(undefined)) return undefined;
  return {
    reference: { ...reference, steps },
    property: intern(last.name),
    path: [reference.root, ...names].join('.'),
  };
}

function runParts(parts: readonly Part[], rest: string): Run {
  return (state) => {
    let { out } = state;
    let owner: Value = null;
    for (const part of parts) {
      state.offset = part.offset;
      let value: Value;
      if (part.property === undefined) value = part.evaluate(state);
      else {
        if (!part.sharesOwner) owner = part.evaluate(state);
        value = owner instanceof Map ? (owner.get(part.property) ?? null) : getProperty(owner, part.property);
      }
      if (typeof value === 'string') out += part.text + value;
      else if (value === null) out += part.text + part.missing;
      else if (!(value instanceof Definition)) out += part.text + textOf(value);
      else {
        state.out = out;
        if (printDefinition(value, part, state) === 'break') return 'break';
        ({ out } = state);
      }
    }
    state.out = out;
    state.write(rest);
    return 'done';
  };
}

function printDefinition(definition: Definition, part: Part, state: RenderState): Completion {
  state.write(part.text);
  if (!definition.isExhausted) return definition.run(state);
  state.write(part.source);
  return 'done';
}
