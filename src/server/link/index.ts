/** The typed calls between the control process and its gateway workers. */
export type {
  Challenge,
  ControlCalls,
  HttpsOrder,
  IdentifiedCertificate,
  ListenFailure,
  Ports,
  ServeOrder,
  WorkerCalls,
} from './calls.ts';
export { type Channel, type Link, openLink } from './link.ts';
