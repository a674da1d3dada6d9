/** What callers of Lambda must be allowed to do (Service Authorization Reference, "AWS Lambda"). */
export { lambdaAccess } from './access.ts';
