import { Renderable } from '../values/index.ts';
import type { Completion, RenderState, Run } from './render-state.ts';

/** How often a definition may run inside itself before it prints as a reference without a value (Velocity 1.7). */
const MAX_DEPTH = 2;

/** What `#define` makes: runs in the surroundings that it is printed in. */
export class Definition extends Renderable {
  private readonly body: Run;
  private depth = 0;

  constructor(body: Run, state: RenderState) {
    super(() => state.capture((inner) => this.run(inner)));
    this.body = body;
  }

  get isExhausted(): boolean {
    return this.depth >= MAX_DEPTH;
  }

  run(state: RenderState): Completion {
    if (this.isExhausted) return 'done';
    this.depth += 1;
    const completion = state.deeper(this.body);
    this.depth -= 1;
    return completion === 'break' && state.endsBreak(this) ? 'done' : completion;
  }
}
