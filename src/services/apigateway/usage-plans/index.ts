/** Usage plans and the keys in them: which keys open which stages, at which rate and quota (features A10, facts D111, D114). */

export { usagePlanKeyHandlers } from './key-handlers.ts';
export { usagePlanHandlers } from './plan-handlers.ts';
