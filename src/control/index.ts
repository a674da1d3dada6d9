/**
 * The control plane's front door: verifies a signed call, finds the operation by the service's published schema, decodes,
 * runs the handler, encodes. It names no service's operations; a new operation is a handler, never a route.
 */
export type { Credential, CredentialSource, Service, ServiceName } from './control.ts';
export {
  type AdmitCaller,
  type AdmittedCaller,
  type CompatibilityEntry,
  type ControlPlane,
  type ControlPlaneOptions,
  createCallerDoor,
  createControlPlane,
  createOperatorDoor,
  type FailedCall,
  type FinishedCall,
  listCompatibility,
  type OperatorEndpoint,
  type OperatorRequest,
  serveService,
} from './front-door/index.ts';

/** What the console needs, loaded when somebody opens it. */
export const loadConsole = (): Promise<typeof import('./console/index.ts')> => import('./console/index.ts');
