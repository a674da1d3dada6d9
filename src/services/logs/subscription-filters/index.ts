/** Subscription filters: log events that functions are called with as they come in. Other destinations are refused by name. */
export { type CompiledSubscription, compileSubscription } from './compile-subscription.ts';
export { callDestination } from './destination.ts';
export {
  countSubscriptionRegexes,
  removeSubscriptionFilters,
  subscriptionFilters,
  subscriptionsOfGroup,
} from './document.ts';
export { type MatchedEvent, payloadsOf } from './payload.ts';
export { subscriptionFilterHandlers } from './subscription-filter-handlers.ts';
