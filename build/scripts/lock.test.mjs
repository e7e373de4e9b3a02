import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { at } from './lib/root.mjs';

/** @type {{ packages: Record<string, { version?: string, integrity?: string, resolved?: string,
 *   optionalDependencies?: Record<string, string> }> }} */
const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
const entries = Object.entries(packages).filter(([path]) => path !== '');

it('pins every package by version and hash, and none by address', () => {
  const wrong = entries.filter(([, one]) => !one.version || !one.integrity || one.resolved !== undefined);
  expect(wrong.map(([path]) => path)).toEqual([]);
});

// A registry that lacks the parts of a package for other systems makes npm leave them out, and `npm ci` then refuses.
it('lists what optional packages there are for every system', () => {
  const absent = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
    ),
  );
  expect(absent).toEqual([]);
});

it('lets no package run a program on install', () => {
  expect(readFileSync(at('.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true');
});
