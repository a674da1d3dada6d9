/** Stretches of time that pages show: chosen, kept in the address, and going on with time. */
export { Moment } from './moment.tsx';
export { type Period, periodAt, previousOf, stepOf, wholeOf } from './period.ts';
export { PeriodPicker } from './period-picker.tsx';
export { RefreshButton } from './refresh-button.tsx';
export { usePeriod } from './use-period.ts';
