import type { Expression } from '../syntax/index.ts';
import { Collection, MethodError, VALUE_LIMITS } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './render-state.ts';

/** `[from..to]`, upwards or downwards; nothing when a side is no integer. */
export function compileRange(range: Extract<Expression, { kind: 'range' }>, compiler: Compiler): Evaluate {
  const from = compiler.expression(range.from);
  const to = compiler.expression(range.to);
  return (state) => {
    const first = from(state);
    const last = to(state);
    if (typeof first !== 'number' || typeof last !== 'number') return null;
    if (!Number.isInteger(first) || !Number.isInteger(last)) return null;
    const size = Math.abs(last - first) + 1;
    state.offset = range.offset;
    if (size > VALUE_LIMITS.maxItems) throw new MethodError(`A range has more than ${VALUE_LIMITS.maxItems} items`);
    state.spend(size);
    const step = last < first ? -1 : 1;
    return new Collection(
      'list',
      Array.from({ length: size }, (_, index) => first + index * step),
    );
  };
}
