import { createHash } from 'node:crypto';

/** Ten characters of a SHA-256: enough that two contents of one name never share a file. */
export const contentHash = content => createHash('sha256').update(content).digest('hex').slice(0, 10);
