import type { Call, Node } from './ast.ts';
import { MetricMathError } from './errors.ts';
import { isArray, isSeries, type TimeSeries, type Value } from './series.ts';
import type { Surroundings } from './surroundings.ts';

/** What a function is called with; each getter refuses an argument of another type, at its place. */
export class Arguments {
  readonly name: string;
  readonly surroundings: Surroundings;
  readonly #call: Call;
  readonly #evaluate: (node: Node) => Value;

  constructor(call: Call, surroundings: Surroundings, evaluate: (node: Node) => Value) {
    this.name = call.name;
    this.surroundings = surroundings;
    this.#call = call;
    this.#evaluate = evaluate;
  }

  get count(): number {
    return this.#call.parameters.length;
  }

  value(index: number): Value {
    return this.#evaluate(this.node(index));
  }

  series(index: number): TimeSeries {
    const value = this.value(index);
    if (!isSeries(value)) throw this.error('a time series', index);
    return value;
  }

  array(index: number): readonly TimeSeries[] {
    const value = this.value(index);
    if (!isArray(value)) throw this.error('an array of time series', index);
    return value;
  }

  seriesOrArray(index: number): TimeSeries | readonly TimeSeries[] {
    const value = this.value(index);
    if (typeof value === 'number') throw this.error('a time series or an array of them', index);
    return value;
  }

  scalar(index: number): number {
    const value = this.value(index);
    if (typeof value !== 'number') throw this.error('a number', index);
    return value;
  }

  /** The id or the word that stands there bare. */
  word(index: number, what: string): string {
    const node = this.node(index);
    if (node.kind !== 'name') throw this.error(what, index);
    return node.name;
  }

  text(index: number): string {
    const node = this.node(index);
    if (node.kind !== 'string') throw this.error('a string in quotes', index);
    return node.value;
  }

  error(wanted: string, index: number): MetricMathError {
    return new MetricMathError(`Argument ${index + 1} of ${this.name} must be ${wanted}`, this.node(index).position);
  }

  node(index: number): Node {
    return this.#call.parameters[index] ?? this.#call;
  }
}
