import type { BigIntStats } from 'node:fs';
import type { FileMark } from '../domain/sweep/ports.ts';

/** The mode is no part of the identity: tightening it must not make another file of it. */
export function markOf(path: string, stats: BigIntStats): FileMark {
  return {
    path,
    identity: [stats.dev, stats.ino, stats.size, stats.mtimeNs].join(':'),
    mode: process.platform === 'win32' ? null : Number(stats.mode & 0o7777n),
    size: Number(stats.size),
    modifiedAt: Number(stats.mtimeMs),
  };
}
