import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { at } from '../scripts/lib/root.mjs';

vi.setConfig({ testTimeout: 60_000 });

/** @type {ESLint} */
let eslint;
beforeAll(() => {
  // Type information needs files that are really there; the rules of the house do without.
  const untyped = { ...tseslint.configs.disableTypeChecked, files: ['**/*.ts', '**/*.tsx'] };
  const overrideConfig = /** @type {import('eslint').Linter.Config[]} */ ([untyped]);
  eslint = new ESLint({ cwd: at(), overrideConfigFile: at('build/eslint.config.js'), overrideConfig });
});

/**
 * The messages of rules of the house that a line of code gets in a file.
 * @param {string} file
 * @param {string} code
 */
async function complaints(file, code) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: at(file) });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === null || /^(no-restricted|import-x|max-lines|n)/.test(ruleId))
    .map(({ message }) => message);
}

describe('the arrows', () => {
  it.each([
    ['renderer/features/x.ts', "import '../../main/domain/shared/ports.ts';", 'The renderer knows the contract'],
    ['renderer/features/x.ts', "import '../../preload/index.ts';", 'The renderer knows the contract'],
    ['preload/contract/x.ts', "import '../../main/domain/shared/ports.ts';", 'The contract imports nothing'],
    ['preload/contract/x.ts', "import '../index.ts';", 'The contract imports nothing'],
    ['main/domain/vault/x.ts', "import '../../adapters/clipboard.ts';", 'The domain imports nothing'],
    ['main/domain/vault/x.ts', "import '../../../preload/contract/channels.ts';", 'The domain imports nothing'],
    ['main/domain/vault/x.ts', "import 'electron';", 'The domain is pure'],
    ['main/domain/vault/x.ts', "import 'node:fs';", 'The domain is pure'],
    ['main/ipc/x.ts', "import '../adapters/clipboard.ts';", 'A handler knows the contract'],
    ['main/adapters/x.ts', "import '../../preload/contract/channels.ts';", 'An adapter implements ports'],
    ['main/app/x.ts', "import '../../renderer/bridge/bridge.ts';", 'The main process sees main'],
    ['preload/index.ts', "import '../main/domain/shared/ports.ts';", 'The preload script knows'],
    ['e2e/specs/x.ts', "import '../../renderer/bridge/bridge.ts';", 'Journeys run the built app'],
  ])('%s may not: %s', async (file, code, message) => {
    expect((await complaints(file, code)).join()).toContain(message);
  });

  it.each([
    ['renderer/features/x.ts', "import '../../preload/contract/channels.ts';"],
    ['main/domain/vault/x.ts', "import '../shared/ports.ts';"],
    ['main/ipc/x.ts', "import '../domain/shared/ports.ts'; import '../../preload/contract/channels.ts';"],
    ['main/adapters/x.ts', "import '../domain/shared/ports.ts'; import 'electron'; import 'node:fs';"],
    ['main/app/x.ts', "import '../adapters/clipboard.ts'; import '../../preload/contract/channels.ts';"],
    ['preload/index.ts', "import './contract/channels.ts'; import 'electron';"],
  ])('%s may: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});

describe('the bans', () => {
  it.each([
    ['main/windows/x.ts', 'export const a = { webSecurity: false };', 'webSecurity: false'],
    ['main/windows/x.ts', 'export const a = { nodeIntegration: true };', 'nodeIntegration: true'],
    ['main/windows/x.ts', 'export const a = { sandbox: false };', 'sandbox: false'],
    ['main/app/x.ts', "import { ipcMain } from 'electron'; ipcMain.on('a', () => {});", 'main/ipc/handle.ts'],
    ['main/ipc/x.ts', "import { ipcMain } from 'electron'; ipcMain.on('a', () => {});", 'main/ipc/handle.ts'],
    ['main/app/x.ts', "import { app } from 'electron'; await app.whenReady();", 'hangs the start'],
    ['main/app/x.ts', 'export default 1;', 'Export by name'],
    ['main/domain/vault/x.ts', 'export const a = window;', 'The domain is pure'],
    ['main/domain/vault/x.ts', 'export const a = localStorage;', 'The domain is pure'],
  ])('%s may not: %s', async (file, code, message) => {
    expect((await complaints(file, code)).join()).toContain(message);
  });

  it('only the helper registers handlers, and only the preload script calls them', async () => {
    expect(await complaints('main/ipc/handle.ts', "import { ipcMain } from 'electron'; ipcMain.handle('a', () => 1);")).toEqual([]);
    expect(await complaints('preload/index.ts', "import { ipcRenderer } from 'electron'; void ipcRenderer.invoke('a');")).toEqual([]);
  });
});
