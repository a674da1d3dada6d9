/** What comes into log groups by itself, and goes out of them. */
export { expireEvents } from './expiry.ts';
export { createIngestion } from './ingestion.ts';
