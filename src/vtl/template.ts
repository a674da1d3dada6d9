import { compileBlock, RenderState, STOP } from './compile/index.ts';
import { API_GATEWAY, type Dialect } from './dialect.ts';
import { positionAt, TemplateRenderError } from './errors.ts';
import { TEMPLATE_LIMITS, type TemplateLimits } from './limits.ts';
import { parseTemplate } from './syntax/index.ts';
import { metered, type Value } from './values/index.ts';

export interface TemplateOptions {
  /** Default: API Gateway's. */
  readonly dialect?: Dialect;
  /** Replace single limits; the others are `TEMPLATE_LIMITS`. */
  readonly limits?: Partial<TemplateLimits>;
}

/** A compiled template. It keeps nothing between renderings. */
export interface Template {
  readonly source: string;
  /**
   * @param variables what the template can name, without the `$`; lists and maps in them may be changed by the template
   * @throws {TemplateRenderError} when a method refuses its arguments or a limit is reached; what a host object threw is
   *   its `cause`
   */
  render(variables: Readonly<Record<string, Value>>): string;
}

/**
 * Reads and compiles a template.
 * @throws {TemplateSyntaxError}
 */
export function compileTemplate(source: string, options: TemplateOptions = {}): Template {
  const dialect = options.dialect ?? API_GATEWAY;
  const limits = { ...TEMPLATE_LIMITS, ...options.limits };
  const program = compileBlock(source, parseTemplate(source, dialect, limits), dialect, limits);
  return {
    source,
    render(variables) {
      const state = new RenderState(variables, program.names, limits);
      state.load();
      try {
        metered(
          (steps) => state.spend(steps),
          () => program.run(state),
        );
      } catch (error) {
        if (error !== STOP) throw renderError(error, source, state.offset);
      }
      return state.out;
    },
  };
}

function renderError(error: unknown, source: string, offset: number): TemplateRenderError {
  const problem = error instanceof Error ? error.message : String(error);
  return new TemplateRenderError(problem, positionAt(source, offset), { cause: error });
}
