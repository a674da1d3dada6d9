/** MOCK: no backend; the request template names the status by which the integration response is chosen (fact D63). */
export { compileMock } from './mock.ts';
