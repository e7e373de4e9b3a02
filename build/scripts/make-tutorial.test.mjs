import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from './lib/root.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutorial-page-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('docs/tutorial.md', () => {
  const page = readFileSync(at('docs/tutorial.md'), 'utf8');

  it('is what the app’s own steps give: run build/scripts/make-tutorial.mjs after a change', () => {
    const made = join(folder, 'tutorial.md');
    execFileSync(process.execPath, [at('build/scripts/make-tutorial.mjs'), made]);
    expect(page).toBe(readFileSync(made, 'utf8'));
  });

  it('shows screens that are there', () => {
    const pictures = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
    expect(pictures).toHaveLength(6);
    for (const path of pictures) expect(existsSync(at('docs', path ?? '')), path).toBe(true);
  });
});
