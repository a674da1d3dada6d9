import { javaDoubleText } from '../../json/index.ts';

/**
 * JSON in which thresholds are written as AWS writes them (`1.0`). In a text a quote has a backslash before it, so what is
 * written anew is never part of one.
 */
export function withJavaThresholds(json: string): string {
  return json.replace(
    /("[tT]hreshold":)(-?\d[\d.e+-]*)/g,
    (_, name: string, value: string) => name + javaDoubleText(Number(value)),
  );
}
