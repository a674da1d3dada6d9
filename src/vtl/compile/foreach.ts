import type { Statement } from '../syntax/index.ts';
import { iterate } from '../values/index.ts';
import type { Compiler } from './compiler.ts';
import { ForeachScope } from './foreach-scope.ts';
import type { Run } from './render-state.ts';

/**
 * `#foreach`: what is no list or map has no rounds; after the last allowed round the loop just ends (fact D47). The loop's
 * variable and `$foreach` have their former values again behind it.
 */
export function compileForeach(statement: Extract<Statement, { kind: 'foreach' }>, compiler: Compiler): Run {
  if (statement.items === undefined) return () => 'done';
  const source = compiler.expression(statement.items);
  const body = compiler.block(statement.body);
  const variable = compiler.slot(statement.variable);
  const foreach = compiler.slot('foreach');
  const count = compiler.slot('velocityCount');
  const hasNext = compiler.slot('velocityHasNext');
  const maxRounds = compiler.limits.maxLoopRounds;
  return (state) => {
    state.offset = statement.offset;
    const iteration = iterate(source(state));
    if (iteration === undefined || iteration.items.length === 0) return 'done';
    const { items } = iteration;
    const { slots } = state;
    const itemBefore = slots[variable];
    const foreachBefore = slots[foreach];
    const countBefore = slots[count];
    const hasNextBefore = slots[hasNext];
    const scope = new ForeachScope(items.length, foreachBefore ?? null);
    let broken = false;
    slots[foreach] = scope;
    for (let round = 0; round < maxRounds && !broken && iteration.hasNext(round); round += 1) {
      scope.index = round;
      slots[variable] = items[round] ?? null;
      slots[count] = round + 1;
      slots[hasNext] = round + 1 < items.length;
      broken = body(state) === 'break';
    }
    slots[variable] = itemBefore;
    slots[foreach] = foreachBefore;
    slots[count] = countBefore;
    slots[hasNext] = hasNextBefore;
    return broken && !state.endsBreak(scope) ? 'break' : 'done';
  };
}
