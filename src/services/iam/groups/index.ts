/** Groups of users, which share policies (IAM user guide, "IAM user groups"). */
export { groupHandlers, renderGroup } from './handlers.ts';
