import { DECODING_LIMITS } from '../limits.ts';
import { SerializationError } from '../serialization-error.ts';

/** One step of the dotted parameter names: `Tags.member.1.Key` leads four steps down to a value. */
export interface FormNode {
  value: string | undefined;
  readonly children: Map<string, FormNode>;
}

/** @throws {SerializationError} when a name has more steps than any shape could have */
export function formTree(parameters: ReadonlyMap<string, string>): FormNode {
  const root = newNode();
  for (const [name, value] of parameters) {
    const steps = name.split('.');
    // A list or a map takes up to three steps a level.
    if (steps.length > DECODING_LIMITS.depth * 3) throw new SerializationError('The request is nested too deeply.');
    let node = root;
    for (const step of steps) node = child(node, step);
    node.value = value;
  }
  return root;
}

/** The children whose steps are numbers, in their order: the items of a list or a map. */
export function numberedChildren(node: FormNode): readonly FormNode[] {
  return [...node.children]
    .filter(([step]) => /^\d+$/.test(step))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, item]) => item);
}

function newNode(): FormNode {
  return { value: undefined, children: new Map() };
}

function child(node: FormNode, step: string): FormNode {
  const known = node.children.get(step);
  if (known) return known;
  const made = newNode();
  node.children.set(step, made);
  return made;
}
