/**
 * Deadlines for very many connections at the price of one timer: what a connection waits for is a number that it writes,
 * and a wheel looks at it when the time may have come.
 */
export { Deadline, DeadlineWheel, type WheelClock } from './deadline-wheel.ts';
