export type ParameterKind = 'path' | 'querystring' | 'header';

/** Those of one kind, by their own names: of `method.request.header.X-A` it is `X-A`. */
export function parametersIn(
  parameters: Readonly<Record<string, boolean>>,
  kind: ParameterKind,
): Readonly<Record<string, boolean>> {
  const prefix = `method.request.${kind}.`;
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, isRequired]) => [name.slice(prefix.length), isRequired]),
  );
}

/** The other way. */
export function asParameters(
  named: Readonly<Record<string, boolean>>,
  kind: ParameterKind,
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(named).map(([name, isRequired]) => [`method.request.${kind}.${name}`, isRequired]),
  );
}
