import { compileJavaRegex, JavaRegexSyntaxError } from '../../java-regex/index.ts';
import { QueryNotSupportedError, QuerySyntaxError } from '../errors.ts';
import { findFunction, isUnbuiltFunction } from '../functions/index.ts';
import { ceilTo, floorTo, type Period } from '../period.ts';
import type { Evaluate } from '../row.ts';
import type { BinaryOperator, Expression, TextPattern } from '../syntax/index.ts';
import { areEqual, compareValues, finite, isTrue, numberOf, Timestamp, textOf, type Value } from '../values/index.ts';
import { attributeOf, type Scope } from './scope.ts';

type Call = Expression & { readonly kind: 'call' };

/** What expressions are compiled with. */
export interface ExpressionCompiler {
  readonly scope: Scope;
  /** The query, for the names of columns that have no alias. */
  readonly source: string;
  /** Compiles calls that only one place of a query may have, as those of `stats`. Undefined for all others. */
  compileCall?(call: Call): Evaluate | undefined;
}

/** Turns an expression into a function of a row. @throws {QuerySyntaxError} */
export function compileExpression(expression: Expression, compiler: ExpressionCompiler): Evaluate {
  const compile = (each: Expression): Evaluate => compileExpression(each, compiler);
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'period':
      throw new QuerySyntaxError('A period stands in a function of time alone', expression.start, expression.end);
    case 'field':
      return compiler.scope.field(expression);
    case 'element':
      return attributeOf(compile(expression.of), [String(expression.index)]);
    case 'attribute':
      return attributeOf(compile(expression.of), expression.parts);
    case 'not': {
      const operand = compile(expression.operand);
      return (row) => !isTrue(operand(row));
    }
    case 'negate': {
      const operand = compile(expression.operand);
      return (row) => {
        const number = numberOf(operand(row));
        return number === undefined ? undefined : -number;
      };
    }
    case 'in': {
      const operand = compile(expression.operand);
      const list = expression.list.map(compile);
      return (row) => {
        const value = operand(row);
        return list.some((each) => areEqual(value, each(row)));
      };
    }
    case 'like': {
      const operand = compile(expression.operand);
      const test = compileLike(expression.pattern);
      return (row) => {
        const text = textOf(operand(row));
        return text !== undefined && test(text);
      };
    }
    case 'binary':
      return compileBinary(expression.operator, compile(expression.left), compile(expression.right));
    case 'call':
      return compileCall(expression, compiler, compile);
  }
}

/** Whether a text has a part, or matches a regular expression somewhere. */
function compileLike(pattern: TextPattern): (text: string) => boolean {
  if (pattern.kind === 'text') return (text) => text.includes(pattern.text);
  // Most patterns are a word, which is found much quicker as it is.
  if (/^[\w :;,=@#"'/<>~!&%-]+$/.test(pattern.source)) return (text) => text.includes(pattern.source);
  const regex = compileRegex(pattern);
  const part = requiredPart(pattern.source);
  return (text) => text.includes(part) && regex.find(text) !== undefined;
}

/** A text that every match has in it, so that others are passed over at once; empty where that is not seen easily. */
function requiredPart(source: string): string {
  if (/[|()[\]{}?\\]/.test(source)) return '';
  const parts = source.replaceAll(/.\*/gs, '.').split(/[.^$+]+/);
  return parts.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
}

/** @throws {QuerySyntaxError} */
export function compileRegex({
  source,
  start,
  end,
}: {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}) {
  try {
    return compileJavaRegex(source);
  } catch (error) {
    if (error instanceof JavaRegexSyntaxError) throw new QuerySyntaxError(error.message, start, end);
    throw error;
  }
}

function compileBinary(operator: BinaryOperator, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case 'and':
      return (row) => isTrue(left(row)) && isTrue(right(row));
    case 'or':
      return (row) => isTrue(left(row)) || isTrue(right(row));
    case '=':
      return (row) => areEqual(left(row), right(row));
    case '!=':
      return (row) => !areEqual(left(row), right(row));
    case '<':
      return compared(left, right, (order) => order < 0);
    case '<=':
      return compared(left, right, (order) => order <= 0);
    case '>':
      return compared(left, right, (order) => order > 0);
    case '>=':
      return compared(left, right, (order) => order >= 0);
    case '+':
      return calculated(left, right, (a, b) => a + b);
    case '-':
      return calculated(left, right, (a, b) => a - b);
    case '*':
      return calculated(left, right, (a, b) => a * b);
    case '/':
      return calculated(left, right, (a, b) => a / b);
    case '%':
      return calculated(left, right, (a, b) => a % b);
    case '^':
      return calculated(left, right, (a, b) => a ** b);
  }
}

function compared(left: Evaluate, right: Evaluate, holds: (order: number) => boolean): Evaluate {
  return (row) => {
    const order = compareValues(left(row), right(row));
    return order !== undefined && holds(order);
  };
}

/** Missing where a side is no number, and where there is no result, as of a division by zero. */
function calculated(left: Evaluate, right: Evaluate, calculate: (a: number, b: number) => number): Evaluate {
  return (row) => {
    const a = numberOf(left(row));
    const b = numberOf(right(row));
    return a === undefined || b === undefined ? undefined : finite(calculate(a, b));
  };
}

function compileCall(call: Call, compiler: ExpressionCompiler, compile: (each: Expression) => Evaluate): Evaluate {
  const known = compiler.scope.columnOfText(compiler.source.slice(call.start, call.end));
  if (known !== undefined) return ({ columns }) => columns[known];
  const special = compiler.compileCall?.(call) ?? compileTimeCall(call, compiler, compile);
  if (special !== undefined) return special;
  const found = findFunction(call.name);
  if (found === undefined) {
    if (isUnbuiltFunction(call.name)) throw new QueryNotSupportedError(`the function ${call.name}`);
    throw new QuerySyntaxError(`Unknown function ${call.name}`, call.start, call.end);
  }
  if (call.isStar || call.args.length < found.minArgs || call.args.length > found.maxArgs) throw wrongArguments(call);
  const args = call.args.map(compile);
  const { apply } = found;
  const [only] = args;
  if (args.length === 1 && only) return (row) => apply([only(row)], row.context);
  return (row) =>
    apply(
      args.map((each) => each(row)),
      row.context,
    );
}

/** `bin`, `datefloor` and `dateceil`, whose periods are no values. */
function compileTimeCall(
  call: Call,
  { scope }: ExpressionCompiler,
  compile: (each: Expression) => Evaluate,
): Evaluate | undefined {
  if (call.name !== 'bin' && call.name !== 'datefloor' && call.name !== 'dateceil') return undefined;
  const period = call.args.at(-1);
  const isBin = call.name === 'bin';
  if (period?.kind !== 'period' || call.args.length !== (isBin ? 1 : 2)) throw wrongArguments(call);
  const [time] = call.args;
  const { start, end } = call;
  const read =
    isBin || time === undefined ? scope.field({ kind: 'field', parts: ['@timestamp'], start, end }) : compile(time);
  return rounded(read, period.period, call.name === 'dateceil' ? ceilTo : floorTo);
}

function rounded(read: Evaluate, period: Period, round: (timeMs: number, period: Period) => number): Evaluate {
  return (row): Value => {
    const value = read(row);
    return value instanceof Timestamp ? new Timestamp(round(value.ms, period)) : undefined;
  };
}

export function wrongArguments({ name, start, end }: Call): QuerySyntaxError {
  return new QuerySyntaxError(`Wrong arguments of the function ${name}`, start, end);
}
