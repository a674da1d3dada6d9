/** `sallyport tls ...`: certificates for HTTPS. */
export { tlsDevCommand } from './dev-command.ts';
