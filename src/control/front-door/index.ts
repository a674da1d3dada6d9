/**
 * One door for every AWS API: it finds out who calls (SigV4) and what (the schema of the service that the signature names),
 * hands decoded input to a handler and sends its output or its error back in the caller's protocol.
 */
export { type AdmitCaller, type AdmittedCaller, createCallerDoor } from './caller-door.ts';
export { type CompatibilityEntry, listCompatibility } from './compatibility.ts';
export {
  type ControlPlane,
  type ControlPlaneOptions,
  createControlPlane,
  type FailedCall,
  type FinishedCall,
} from './control-plane.ts';
export {
  createOperatorDoor,
  type OperatorDoorOptions,
  type OperatorEndpoint,
  type OperatorRequest,
} from './operator-door.ts';
export { serveService } from './serve-service.ts';
