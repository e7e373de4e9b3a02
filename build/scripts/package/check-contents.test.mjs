import { expect, it } from 'vitest';
import { wrongNames } from './check-contents.mjs';

it('knows what must not ship', () => {
  const bad = ['/out/main/index.js.map', '/main/a.ts', '/a/b.d.mts', '/.env', '/.env.local', '/x/client_secret_1.json'];
  expect(wrongNames(bad)).toEqual(bad);
});

it('lets the product through', () => {
  expect(wrongNames(['/out/main/index.js', '/package.json', '/out/renderer/assets/inter.woff2', '/a/env.js'])).toEqual([]);
});
