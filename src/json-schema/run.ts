import { SchemaLimitError } from './limit-error.ts';
import { JSON_SCHEMA_LIMITS } from './limits.ts';

/** Looks at a value and tells the run what is wrong with it. */
export type Check = (run: Run, value: unknown) => void;

/** Compiles a schema inside of the one that is being compiled. */
export type CompileSchema = (schema: unknown) => Check;

/** One validation of one document: what has failed so far, and what it has cost. */
export class Run {
  /** In the words of AWS's validator, at most `maxFailures`. */
  readonly failures: string[] = [];
  /** Of all patterns together. */
  readonly patterns = { steps: 0, maxSteps: JSON_SCHEMA_LIMITS.maxPatternSteps };
  #failed = 0;
  #steps = 0;
  #depth = 0;

  fail(failure: () => string): void {
    this.#failed += 1;
    if (this.failures.length < JSON_SCHEMA_LIMITS.maxFailures) this.failures.push(failure());
  }

  /** Applies a schema to a value, counting how much has been done and how deep it goes. */
  apply(check: Check, value: unknown): void {
    this.step();
    this.#depth += 1;
    if (this.#depth > JSON_SCHEMA_LIMITS.maxDepth) throw new SchemaLimitError('The document is nested too deeply.');
    check(this, value);
    this.#depth -= 1;
  }

  /** Whether a schema takes a value; what fails inside is not told to anybody. */
  accepts(check: Check, value: unknown): boolean {
    const failed = this.#failed;
    const described = this.failures.length;
    this.apply(check, value);
    const isAccepted = this.#failed === failed;
    this.#failed = failed;
    this.failures.length = described;
    return isAccepted;
  }

  /** Whether everything that `work` looks at passes. */
  passes(work: () => void): boolean {
    const failed = this.#failed;
    work();
    return this.#failed === failed;
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps > JSON_SCHEMA_LIMITS.maxSteps) throw new SchemaLimitError('The document takes too many steps.');
  }
}
