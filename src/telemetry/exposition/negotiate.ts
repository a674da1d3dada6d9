export type ExpositionFormat = 'text' | 'openmetrics';

/** The media types of the pages. */
export const EXPOSITION_TYPES: Readonly<Record<ExpositionFormat, string>> = {
  text: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

const OPENMETRICS = 'application/openmetrics-text';
const VERSIONS = new Set(['0.0.1', '1.0.0']);

/**
 * The format that an `Accept` field asks for (RFC 9110 section 12.5.1): OpenMetrics when it is named, in a version that is
 * there, and not less welcome than the text format.
 */
export function formatFor(accept: string | undefined): ExpositionFormat {
  let openmetrics = 0;
  let text = 0;
  for (const range of (accept ?? '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const quality = Number(parameterOf(parameters, 'q') ?? 1);
    if (type === OPENMETRICS && VERSIONS.has(parameterOf(parameters, 'version') ?? '1.0.0'))
      openmetrics = Math.max(openmetrics, quality);
    else if (type === 'text/plain') text = Math.max(text, quality);
  }
  return openmetrics > 0 && openmetrics >= text ? 'openmetrics' : 'text';
}

function parameterOf(parameters: readonly string[], name: string): string | undefined {
  const parameter = parameters.find((each) => each.startsWith(`${name}=`));
  return parameter?.slice(name.length + 1).replaceAll('"', '');
}
