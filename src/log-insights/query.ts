import { compilePlan } from './compile/index.ts';
import { QueryLimitError } from './errors.ts';
import { EventFields, type QueryEvent } from './events/index.ts';
import { QUERY_LIMITS } from './limits.ts';
import type { Budget, RunContext } from './row.ts';
import type { Stage } from './stages/index.ts';
import { resultText } from './values/index.ts';

/** One row of a result: the fields that it has, in the order of the query (CloudWatch Logs, `ResultField`). */
export type ResultRow = readonly { readonly field: string; readonly value: string }[];

/** A compiled query, which can be run any number of times. */
export interface LogQuery {
  /** In which order events should be added: what is not sorted stays in it, and a run may then have enough before the end. */
  readonly eventOrder: 'newestFirst' | 'oldestFirst';
  run(times: Omit<RunContext, 'budget'>): QueryRun;
}

export interface QueryRun {
  /**
   * @returns whether more events can change the result
   * @throws {QueryLimitError} and {@link JavaRegexLimitError} when the query cannot go on
   */
  add(event: QueryEvent): boolean;
  /** Events that passed all filters before the first `stats`, `sort` or `limit`. */
  readonly matched: number;
  /** Ends the run. @throws {QueryLimitError} */
  finish(): readonly ResultRow[];
}

/**
 * Compiles a query of the Logs Insights language.
 * @param defaultRows rows without `limit`
 * @throws {QuerySyntaxError} and {@link QueryNotSupportedError}
 */
export function compileQuery(source: string, defaultRows: number = QUERY_LIMITS.defaultRows): LogQuery {
  const plan = compilePlan(source, defaultRows);
  return {
    eventOrder: plan.eventOrder,
    run(times) {
      const context: RunContext = { ...times, budget: createBudget() };
      const rows: ResultRow[] = [];
      let matched = 0;
      let stage: Stage = {
        isFull: false,
        push(row) {
          const shown = plan.outputs.flatMap(({ name, read }) => {
            const value = resultText(read(row));
            context.budget.take(BYTES_A_FIELD + (value?.length ?? 0));
            return shownField(name, value);
          });
          rows.push(plan.showsEvents ? [...shown, ...shownField('@ptr', row.fields?.event.pointer)] : shown);
        },
        finish: () => undefined,
      };
      for (const [i, begin] of [...plan.stages.entries()].toReversed()) {
        stage = begin(stage, context);
        if (i === plan.matchedAt) stage = counting(stage, () => (matched += 1));
      }
      return {
        add(event) {
          context.budget.nextEvent();
          stage.push({ context, fields: new EventFields(event), columns: [] });
          return !stage.isFull;
        },
        get matched() {
          return matched;
        },
        finish() {
          stage.finish();
          return rows;
        },
      };
    },
  };
}

/** Of a result, beside its text. */
const BYTES_A_FIELD = 40;

function shownField(field: string, value: string | undefined): ResultRow {
  return value === undefined ? [] : [{ field, value }];
}

function counting(next: Stage, count: () => void): Stage {
  return {
    push(row) {
      count();
      next.push(row);
    },
    finish: () => next.finish(),
    get isFull() {
      return next.isFull;
    },
  };
}

function createBudget(): Budget {
  let held = 0;
  let madeRows = 0;
  return {
    take(bytes) {
      if (held + bytes > QUERY_LIMITS.maxHeldBytes) {
        throw new QueryLimitError(`The query would hold more than ${QUERY_LIMITS.maxHeldBytes} bytes.`);
      }
      held += bytes;
    },
    give(bytes) {
      held -= bytes;
    },
    makeRow() {
      madeRows += 1;
      if (madeRows > QUERY_LIMITS.maxMadeRows) {
        throw new QueryLimitError(`The query makes more than ${QUERY_LIMITS.maxMadeRows} rows of one event.`);
      }
    },
    nextEvent() {
      madeRows = 0;
    },
  };
}
