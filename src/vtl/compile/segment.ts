import type { Reference, Statement } from '../syntax/index.ts';
import { textOf, type Value } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import { Definition } from './definition.ts';
import { property, propertyNames } from './reference.ts';
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

/** A value that properties are printed of, read once for all of them. */
interface Load {
  readonly into: number;
  /** What it is a property of; undefined for a variable. */
  readonly from: number | undefined;
  readonly slot: number;
  readonly name: string;
}

interface Part {
  /** What stands before the value. */
  readonly text: string;
  /** Reads the value; or it is the property of an owner. */
  readonly evaluate: Evaluate | undefined;
  /** The owners that are read for the first time. */
  readonly loads: readonly Load[];
  readonly owner: number;
  readonly property: string;
  /** What is printed where there is no value. */
  readonly missing: string;
  /** The reference as written. */
  readonly source: string;
  readonly offset: number;
}

/** Writes a whole segment at once. */
export function compileSegment(segment: Segment, compiler: Compiler): Run {
  const parts: Part[] = [];
  const owners = new Owners(compiler);
  let text = '';
  for (const statement of segment) {
    if (statement.kind === 'text') {
      text += statement.text;
      continue;
    }
    parts.push(compilePart(text, statement, owners, compiler));
    text = '';
  }
  return runParts(parts, text);
}

function compilePart(text: string, { reference, dollars }: Print, owners: Owners, compiler: Compiler): Part {
  const names = propertyNames(reference.steps);
  const last = names?.pop();
  const isPure = names !== undefined && last !== undefined;
  // Whatever else is printed may change what an owner is.
  if (!isPure) owners.forget();
  return {
    text: text + dollars,
    evaluate: isPure ? undefined : compiler.reference(reference),
    ...(isPure ? owners.of(reference.root, names) : { loads: [], owner: 0 }),
    property: last ?? '',
    missing: missingText(reference, compiler),
    source: reference.quiet ? '' : reference.source,
    offset: reference.offset,
  };
}

function missingText(reference: Reference, compiler: Compiler): string {
  return reference.quiet || compiler.dialect.undefinedReference === 'empty' ? '' : reference.source;
}

/** The owners that a segment's parts read their properties from, each with a place of its own. */
class Owners {
  readonly #compiler: Compiler;
  #count = 0;
  readonly #known = new Map<string, number>();

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  /** Nothing that was read up to here serves what follows. */
  forget(): void {
    this.#known.clear();
  }

  /** The place of a variable's property of a property of ..., and what must be read for it first. */
  of(root: string, names: readonly string[]): { readonly loads: readonly Load[]; readonly owner: number } {
    const loads: Load[] = [];
    const slot = this.#compiler.slot(root);
    let from: number | undefined;
    let path = '';
    for (const name of [root, ...names]) {
      path = `${path}.${name}`;
      const known = this.#known.get(path);
      const into = known ?? this.#count;
      if (known === undefined) {
        loads.push({ into, from, slot, name });
        this.#known.set(path, into);
        this.#count += 1;
      }
      from = into;
    }
    return { loads, owner: from ?? 0 };
  }
}

function loaded({ from, slot, name }: Load, owners: readonly Value[], state: RenderState): Value {
  if (from === undefined) return state.slots[slot] ?? null;
  return property(owners[from] ?? null, name);
}

function runParts(parts: readonly Part[], rest: string): Run {
  return (state) => {
    let { out } = state;
    const owners: Value[] = [];
    for (const part of parts) {
      state.offset = part.offset;
      let value: Value;
      if (part.evaluate === undefined) {
        for (const load of part.loads) owners[load.into] = loaded(load, owners, state);
        value = property(owners[part.owner] ?? null, part.property);
      } else value = part.evaluate(state);
      if (typeof value === 'string') out += part.text + value;
      else if (value === null) out += part.text + part.missing;
      else if (!(value instanceof Definition)) out += part.text + textOf(value);
      else {
        state.out = out;
        if (printDefinition(value, part, state) === 'break') return 'break';
        ({ out } = state);
        // What it ran may have changed any of them.
        for (const load of loadsUpTo(part, parts)) owners[load.into] = loaded(load, owners, state);
      }
    }
    state.out = out;
    state.write(rest);
    return 'done';
  };
}

function loadsUpTo(part: Part, parts: readonly Part[]): readonly Load[] {
  return parts.slice(0, parts.indexOf(part) + 1).flatMap(({ loads }) => loads);
}

function printDefinition(definition: Definition, part: Part, state: RenderState): Completion {
  state.write(part.text);
  if (!definition.isExhausted) return definition.run(state);
  state.write(part.source);
  return 'done';
}
