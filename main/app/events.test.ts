import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../preload/contract/bridge.ts';
import { Events } from './events.ts';

function setUp() {
  const sent: AppEvent[] = [];
  const errors: unknown[] = [];
  const events = new Events((event) => sent.push(event), (error) => errors.push(error));
  const settle = (ms = 10): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return { sent, errors, events, settle };
}
const clients = (id: string): AppEvent => ({ type: 'clients', clients: [{ id } as never] });

describe('events to the window', () => {
  it('make one of many changes, with the state as it is then', async () => {
    const { sent, events, settle } = setUp();
    let state = '0';
    for (let i = 1; i <= 100; i++) {
      state = String(i);
      events.soon('clients', async () => clients(state));
    }
    await settle();
    expect(sent).toEqual([clients('100')]);
  });

  it('keep their order when an earlier one is slow', async () => {
    const { sent, events, settle } = setUp();
    events.soon('clients', async () => {
      await settle(30);
      return clients('old');
    });
    await settle(5);
    events.soon('clients', async () => clients('new'));
    await settle(60);
    expect(sent).toEqual([clients('old'), clients('new')]);
  });

  it('report what could not be read and go on', async () => {
    const { sent, errors, events, settle } = setUp();
    events.soon('clients', () => Promise.reject(new Error('no')));
    await settle();
    events.soon('clients', async () => clients('a'));
    await settle();
    expect(errors).toHaveLength(1);
    expect(sent).toEqual([clients('a')]);
  });

  it('end with the app', async () => {
    const { sent, events, settle } = setUp();
    events.soon('clients', async () => clients('a'));
    events.stop();
    events.now({ type: 'activity' });
    await settle();
    expect(sent).toEqual([]);
  });
});
