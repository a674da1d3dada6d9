import type { MetricDimension } from '../../../model/index.ts';
import { METRIC_DATA_LIMITS } from './limits.ts';

/** A dimension as it comes in. */
interface GivenDimension {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}

/** Printable ASCII; a dimension's name and value may have any but control characters (API reference, `Dimension`). */
const ASCII = /^[\x20-\x7e]*$/;

/** What is wrong with a namespace (API reference, `PutMetricData`: those of AWS's services are theirs). */
export function namespaceProblems(namespace: string, mayBeAws: boolean): readonly string[] {
  const isGood =
    namespace !== '' &&
    namespace.length <= METRIC_DATA_LIMITS.namespaceLength &&
    ASCII.test(namespace) &&
    !namespace.startsWith(':') &&
    (mayBeAws || !namespace.startsWith('AWS/'));
  return isGood ? [] : [`The value ${namespace} for parameter Namespace is invalid.`];
}

export function metricNameProblems(name: string, at: string): readonly string[] {
  return textProblems(name, at, METRIC_DATA_LIMITS.metricNameLength);
}

export function dimensionProblems(dimensions: readonly GivenDimension[], at: string): readonly string[] {
  const { dimensions: most, dimensionNameLength, dimensionValueLength } = METRIC_DATA_LIMITS;
  if (dimensions.length > most) return [`The collection ${at} must not have a size greater than ${most}.`];
  const names = new Set<string>();
  return dimensions.flatMap(({ Name = '', Value = '' }, index) => {
    const place = `${at}.member.${index + 1}`;
    const problems = [
      ...textProblems(Name, `${place}.Name`, dimensionNameLength),
      ...textProblems(Value, `${place}.Value`, dimensionValueLength),
      ...(Name.startsWith(':') ? [`The value ${Name} for parameter ${place}.Name is invalid.`] : []),
      ...(names.has(Name) ? [`The value ${Name} for parameter ${place}.Name is there more than once.`] : []),
    ];
    names.add(Name);
    return problems;
  });
}

/** Checked before. */
export function dimensionsOf(dimensions: readonly GivenDimension[] = []): readonly MetricDimension[] {
  return dimensions.map(({ Name = '', Value = '' }) => ({ name: Name, value: Value }));
}

/** In the words that users of AWS report of dimensions. */
function textProblems(text: string, at: string, most: number): readonly string[] {
  if (text.trim() === '') return [`The parameter ${at} is required.`];
  if (text.length > most) return [`The parameter ${at} must be shorter than ${most + 1} characters.`];
  return ASCII.test(text) ? [] : [`The parameter ${at} contains non-ASCII characters.`];
}
