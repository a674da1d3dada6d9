/** `AssumeRole`: acting as a role that trusts the caller (IAM user guide, "Roles terms and concepts"). */
export { assumeRoleDemands } from './demands.ts';
export { assumeForService, type ServiceSessionRequest } from './for-service.ts';
export { assumeRole } from './handler.ts';
export { assumedRole } from './render.ts';
export { compileTrust } from './trust.ts';
