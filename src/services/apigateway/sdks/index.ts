/** GetSdk, GetSdkType, GetSdkTypes: clients of a deployed stage, zipped. What is in them is written in `src/sdk-generator`. */
export { sdkHandlers } from './handlers.ts';
