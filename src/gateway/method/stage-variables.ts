/** A stage's variables; undefined when it has none. */
export type StageVariables = Readonly<Record<string, string>> | undefined;

/** The value of a stage variable; undefined when the stage has none of that name. */
export function stageVariable(variables: StageVariables, name: string): string | undefined {
  return variables !== undefined && Object.hasOwn(variables, name) ? variables[name] : undefined;
}

/**
 * Puts the stage's values for `${stageVariables.name}` in an integration's URI or connection id (guide, "Amazon API Gateway
 * stage variables reference"). A name that the stage does not have becomes nothing.
 */
export function resolveStageVariables(text: string, variables: StageVariables): string {
  return text.replace(
    /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g,
    (_whole, name: string) => stageVariable(variables, name) ?? '',
  );
}
