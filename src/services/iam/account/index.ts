/** The account as a whole: its alias, its figures, and the kinds of credentials and entities that it cannot have. */
export { absentHandlers } from './absent.ts';
export { authorizationDetails } from './authorization-details.ts';
export { accountHandlers } from './handlers.ts';
