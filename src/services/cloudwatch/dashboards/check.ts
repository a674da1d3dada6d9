/** One thing that is wrong with a body, and where: `/widgets/0/x`. */
export interface Finding {
  readonly dataPath: string;
  readonly message: string;
}

export interface Findings {
  /** For these the dashboard is refused. */
  readonly errors: readonly Finding[];
  /** With these it is stored (`DashboardValidationMessages`). */
  readonly warnings: readonly Finding[];
}

/** Collects what is wrong with the parts of a body. */
export interface Check {
  error(dataPath: string, message: string): void;
  warning(dataPath: string, message: string): void;
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function oneOf(value: unknown, allowed: readonly string[], dataPath: string, check: Check): void {
  if (value === undefined || allowed.some((each) => each === value)) return;
  check.error(dataPath, `Should be equal to one of the allowed values: ${allowed.join(', ')}`);
}
