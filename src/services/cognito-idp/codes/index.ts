/** Codes that prove an address: where they go, how often, how many guesses there are, and what the messages say. */
export { type CodeDelivery, deliveryTo, type Purpose, redeemCode, sendCode } from './codes.ts';
export { contactToRecover, contactToVerify, findContactToRecover } from './contacts.ts';
export { type Contact, composeMessage } from './messages.ts';
