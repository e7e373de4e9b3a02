import { describe, expect, it, vi } from 'vitest';
import type { ClientDto } from '../../preload/contract/clients.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fakeAppState, fakeAuthorization, fakeBridge, fakeClient, fakeVault, okay, refused } from './fake-bridge.ts';
import { accountMemory } from './account-memory.ts';
import { createReadStore } from './store.ts';

const locked = fakeAppState({ vault: fakeVault({ state: 'locked' }) });

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe('read model', () => {
  it('fills itself from a snapshot', async () => {
    const store = createReadStore(fakeBridge({ clients: [fakeClient()], authorizations: [fakeAuthorization()] }));
    expect(store.get().app).toBeNull();
    await settled();
    expect(store.get()).toMatchObject({ listsLoaded: true, failure: null, listProblem: null });
    expect(store.get().clients).toHaveLength(1);
    expect(store.get().authorizations).toHaveLength(1);
  });

  it('asks for nothing while the vault is closed, and for everything when it opens', async () => {
    const bridge = fakeBridge({ app: locked, clients: [fakeClient()] });
    const store = createReadStore(bridge);
    await settled();
    expect(bridge.inputs('clients')).toHaveLength(0);
    expect(store.get().listsLoaded).toBe(false);
    bridge.emit({ type: 'app-state', state: fakeAppState() });
    await settled();
    expect(store.get().clients).toHaveLength(1);
  });

  it('drops everything at once when the vault closes', async () => {
    const bridge = fakeBridge({ clients: [fakeClient()], authorizations: [fakeAuthorization()] });
    const store = createReadStore(bridge);
    await settled();
    bridge.emit({ type: 'app-state', state: locked });
    expect(store.get().clients).toEqual([]);
    expect(store.get().authorizations).toEqual([]);
  });

  it('drops what pages keep of an account with the account, and all of it with the world', async () => {
    const bridge = fakeBridge();
    createReadStore(bridge);
    await settled();
    const memory = accountMemory<string>();
    const [one, two] = [fakeAuthorization({ id: 'one' }), fakeAuthorization({ id: 'two' })];
    const fill = (): void => {
      for (const { id } of [one, two]) memory.set(id, 'typed');
    };
    fill();
    bridge.emit({ type: 'authorizations', authorizations: [one] });
    expect([...memory.keys()]).toEqual(['one']);
    bridge.emit({ type: 'app-state', state: fakeAppState({ settings: { openConsentIn: 'browser', theme: 'dark', ssoHosts: [], remindBeforeEnd: true, letScripts: false } }) });
    expect([...memory.keys()]).toEqual(['one']);
    for (const state of [locked, fakeAppState(), fakeAppState({ mode: 'practice' })]) {
      fill();
      bridge.emit({ type: 'app-state', state });
      expect(memory.size).toBe(0);
    }
  });

  it('never shows one profile’s lists under the other', async () => {
    const bridge = fakeBridge({ clients: [fakeClient()] });
    const store = createReadStore(bridge);
    await settled();
    bridge.answer('clients', async () => okay([]));
    bridge.emit({ type: 'app-state', state: fakeAppState({ mode: 'practice' }) });
    expect(store.get().clients).toEqual([]);
    await settled();
    expect(store.get().clients).toEqual([]);
  });

  it('drops lists that were still on their way from the other profile', async () => {
    const bridge = fakeBridge();
    let answer: (clients: Result<readonly ClientDto[]>) => void = () => undefined;
    bridge.answer('clients', () => new Promise((resolve) => (answer = resolve)));
    const store = createReadStore(bridge);
    await settled();
    bridge.answer('clients', async () => okay([]));
    bridge.emit({ type: 'app-state', state: fakeAppState({ mode: 'practice' }) });
    await settled();
    answer(okay([fakeClient()]));
    await settled();
    expect(store.get()).toMatchObject({ clients: [], listsLoaded: true });
  });

  it('keeps the lists over a change of settings', async () => {
    const bridge = fakeBridge({ clients: [fakeClient()] });
    const store = createReadStore(bridge);
    await settled();
    bridge.emit({ type: 'app-state', state: fakeAppState({ settings: { openConsentIn: 'browser', theme: 'dark', ssoHosts: [], remindBeforeEnd: true, letScripts: false } }) });
    expect(store.get().clients).toHaveLength(1);
    expect(bridge.inputs('clients')).toHaveLength(1);
  });

  it('lets an event win over a list that was on its way', async () => {
    const bridge = fakeBridge();
    let answer: (clients: Result<readonly ClientDto[]>) => void = () => undefined;
    bridge.answer('clients', () => new Promise((resolve) => (answer = resolve)));
    const store = createReadStore(bridge);
    await settled();
    bridge.emit({ type: 'clients', clients: [fakeClient({ label: 'newer' })] });
    answer(okay([]));
    await settled();
    expect(store.get().clients.map(({ label }) => label)).toEqual(['newer']);
  });

  it('says why when main does not answer, also when a handler throws', async () => {
    const bridge = fakeBridge();
    bridge.answer('appState', () => Promise.reject(new Error('gone')));
    const store = createReadStore(bridge);
    await settled();
    expect(store.get().failure?.code).toBe('bridge-failed');
    bridge.answer('appState', async () => okay(fakeAppState()));
    await store.reload();
    expect(store.get()).toMatchObject({ failure: null, listsLoaded: true });
  });

  it('names a list that could not be read and keeps the others', async () => {
    const bridge = fakeBridge({ authorizations: [fakeAuthorization()] });
    bridge.answer('clients', async () => refused('vault-read-failed', 'The disk does not answer.'));
    const store = createReadStore(bridge);
    await settled();
    expect(store.get().listProblem?.message).toBe('The disk does not answer.');
    expect(store.get().authorizations).toHaveLength(1);
  });

  it('tells its listeners until they leave, and nobody once closed', async () => {
    const bridge = fakeBridge();
    const store = createReadStore(bridge);
    await settled();
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    bridge.emit({ type: 'activity' });
    expect(listener).toHaveBeenCalledOnce();
    leave();
    bridge.emit({ type: 'activity' });
    expect(listener).toHaveBeenCalledOnce();
    const before = store.get();
    store.close();
    bridge.emit({ type: 'activity' });
    expect(store.get()).toBe(before);
  });
});
