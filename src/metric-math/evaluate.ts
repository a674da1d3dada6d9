import { Arguments } from './arguments.ts';
import type { Node } from './ast.ts';
import { MetricMathError } from './errors.ts';
import type { Expression } from './expression.ts';
import { FUNCTIONS } from './functions/index.ts';
import { METRIC_MATH_LIMITS } from './limits.ts';
import { applyOperator, map, mapEach } from './operators.ts';
import { isArray, isSeries, type TimeSeries, type Value } from './series.ts';
import type { Surroundings } from './surroundings.ts';

export interface NamedExpression {
  readonly id: string;
  readonly expression: Expression;
}

/**
 * Evaluates the expressions of a request, which may name its metrics and each other by their ids.
 * @returns by id: a series, or an array of some
 * @throws {ExpressionError}
 */
export function evaluateAll(
  all: readonly NamedExpression[],
  surroundings: Surroundings,
): ReadonlyMap<string, TimeSeries | readonly TimeSeries[]> {
  const evaluation = new Evaluation(all, surroundings);
  return new Map(all.map(({ id }) => [id, evaluation.result(id)]));
}

/** Says in which expression of a request it went wrong. */
export class ExpressionError extends MetricMathError {
  readonly id: string;

  constructor(id: string, { message, position }: MetricMathError) {
    super(message, position);
    this.id = id;
  }
}

class Evaluation {
  readonly #expressions: ReadonlyMap<string, Expression>;
  readonly #surroundings: Surroundings;
  readonly #values = new Map<string, Value>();
  readonly #running = new Set<string>();
  #points = 0;

  constructor(all: readonly NamedExpression[], surroundings: Surroundings) {
    this.#expressions = new Map(all.map(({ id, expression }) => [id, expression]));
    this.#surroundings = surroundings;
  }

  result(id: string): TimeSeries | readonly TimeSeries[] {
    const value = this.#valueOf(id);
    if (typeof value !== 'number') return value;
    // User guide: "The final result of any math expression must be a single time series or an array of time series."
    throw new ExpressionError(id, new MetricMathError('The expression must give a time series, not a scalar', 0));
  }

  #valueOf(id: string): Value {
    const known = this.#values.get(id);
    if (known !== undefined) return known;
    const expression = this.#expressions.get(id);
    if (expression === undefined) throw new Error(`There is no expression ${id}.`);
    this.#running.add(id);
    try {
      const value = this.#evaluate(expression.root);
      this.#values.set(id, value);
      return value;
    } catch (error) {
      if (error instanceof MetricMathError && !(error instanceof ExpressionError)) throw new ExpressionError(id, error);
      throw error;
    } finally {
      this.#running.delete(id);
    }
  }

  #evaluate(node: Node): Value {
    const value = this.#step(node);
    this.#points += sizeOf(value);
    if (this.#points <= METRIC_MATH_LIMITS.points) return value;
    throw new MetricMathError('The expression has too many data points', node.position);
  }

  #step(node: Node): Value {
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'name':
        return this.#reference(node.name, node.position);
      case 'array':
        return this.#array(node.items, node.position);
      case 'negate': {
        const value = this.#evaluate(node.operand);
        return typeof value === 'number' ? -value : mapEach(value, (series) => map(series, (each) => -each));
      }
      case 'binary': {
        const value = applyOperator(node.operator, this.#evaluate(node.left), this.#evaluate(node.right));
        if (value !== undefined) return value;
        throw new MetricMathError(`Two arrays of time series cannot be joined by ${node.operator}`, node.position);
      }
      case 'call': {
        const given = new Arguments(node, this.#surroundings, (parameter) => this.#evaluate(parameter));
        return FUNCTIONS.get(node.name)?.call(given) ?? 0;
      }
      default:
        throw new MetricMathError('A string stands where a value is needed', node.position);
    }
  }

  #reference(id: string, position: number): Value {
    const metric = this.#surroundings.metrics.get(id);
    if (metric) return metric;
    if (!this.#expressions.has(id)) throw new MetricMathError(`There is no metric and no expression '${id}'`, position);
    if (this.#running.has(id)) throw new MetricMathError(`The expression '${id}' depends on itself`, position);
    return this.#valueOf(id);
  }

  #array(items: readonly Node[], position: number): readonly TimeSeries[] {
    const series: TimeSeries[] = [];
    for (const item of items) {
      for (const each of this.#item(item)) series.push(each);
      if (series.length > METRIC_MATH_LIMITS.arraySeries) {
        throw new MetricMathError('The array has too many time series', position);
      }
    }
    return series;
  }

  /** An array in an array is part of it: `[METRICS("4xx"), METRICS("5xx")]`. */
  #item(node: Node): readonly TimeSeries[] {
    const value = this.#evaluate(node);
    if (isArray(value)) return value;
    if (isSeries(value)) return [value];
    throw new MetricMathError('An array is made of time series, not of numbers', node.position);
  }
}

/** In data points; what has none still takes its place. */
function sizeOf(value: Value): number {
  if (typeof value === 'number') return 1;
  return isArray(value) ? value.reduce((sum, { times }) => sum + times.length + 1, 1) : value.times.length + 1;
}
