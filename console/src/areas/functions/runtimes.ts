/**
 * The runtimes that can run here and that AWS still creates functions with, in the order of its console (Lambda guide, "Lambda
 * runtimes"). A machine has one Node.js, and perhaps one Python; the server refuses what it has not.
 */
export const RUNTIMES = [
  ...['nodejs24.x', 'nodejs22.x', 'nodejs20.x'],
  ...['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'],
  ...['provided.al2023', 'provided.al2'],
] as const;

export const DEFAULT_RUNTIME = 'nodejs22.x';
