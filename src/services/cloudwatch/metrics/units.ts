import { STANDARD_UNITS } from '../../../model/index.ts';

/** What is wrong with a unit, in the words that users of AWS report; nothing where there is none. */
export function unitProblems(unit: string | undefined, at: string): readonly string[] {
  if (unit === undefined || STANDARD_UNITS.some((each) => each === unit)) return [];
  return [`The parameter ${at} must be a value in the set [ ${STANDARD_UNITS.join(', ')} ].`];
}
