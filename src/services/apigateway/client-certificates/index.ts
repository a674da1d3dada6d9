/** Client certificates: what stages show to their backends, so that those can tell the gateway from others (features A5.8). */
export { clientCertificateHandlers } from './handlers.ts';
