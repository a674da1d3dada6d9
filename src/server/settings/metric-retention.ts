import { CLOUDWATCH_RETENTION, type Retention } from '../../metrics/index.ts';
import type { ValueKind } from './value-kinds.ts';

const DAY_SECONDS = 86_400;
/** Ten years; a day's points take about as much room as what is read at once. */
const MOST_DAYS = 3_650;

/** `MINUTES,FIVE-MINUTES,HOURS`: for how many days points of each distance are kept. */
export const metricRetention: ValueKind<Retention> = {
  parse(text) {
    if (!/^\d{1,4},\d{1,4},\d{1,4}$/.test(text)) return undefined;
    const [minutes = 0, fives = 0, hours = 0] = text.split(',').map(Number);
    if (minutes < 1 || fives < minutes || hours < fives || hours > MOST_DAYS) return undefined;
    return {
      ...CLOUDWATCH_RETENTION,
      60: minutes * DAY_SECONDS,
      300: fives * DAY_SECONDS,
      3600: hours * DAY_SECONDS,
    };
  },
  textOf: (nested) => (Array.isArray(nested) ? nested.join(',') : undefined),
  allowed: `three ascending numbers of days from 1 to ${MOST_DAYS}, as in 15,63,455`,
  placeholder: 'DAYS',
};
