import type { HostObject, Value } from '../values/index.ts';

/** `$foreach`: where a loop is. */
export class ForeachScope implements HostObject {
  /** Counts from 0. */
  index = 0;
  private readonly size: number;
  private readonly outer: Value;

  /** @param outer what `$foreach` was before: the scope of the loop around this one, or anything */
  constructor(size: number, outer: Value) {
    this.size = size;
    this.outer = outer;
  }

  get(name: string): Value | undefined {
    switch (name) {
      case 'index':
        return this.index;
      case 'count':
        return this.index + 1;
      case 'first':
        return this.index === 0;
      case 'last':
        return !this.hasNext;
      case 'hasNext':
        return this.hasNext;
      case 'parent':
        return this.parent;
      case 'topmost':
        return this.parent?.get('topmost') ?? this;
      default:
        return undefined;
    }
  }

  call(name: string): Value | undefined {
    if (name === 'hasNext') return this.hasNext;
    const property = /^(?:get|is)([A-Z])(.*)$/.exec(name);
    return property === null ? undefined : this.get((property[1] ?? '').toLowerCase() + property[2]);
  }

  text(): string {
    return '{}';
  }

  private get hasNext(): boolean {
    return this.index + 1 < this.size;
  }

  private get parent(): ForeachScope | undefined {
    return this.outer instanceof ForeachScope ? this.outer : undefined;
  }
}
