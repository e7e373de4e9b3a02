import { describe, expect, it } from 'vitest';
import { GOOGLE } from '../domain/oauth/endpoints.ts';
import { GrantWorld, HOUR, rest } from '../domain/testing/grant-world.ts';
import { MemoryCache } from '../domain/testing/memory-cache.ts';
import { json } from '../domain/testing/scripted-fetch.ts';
import { quietEvents, quietPorts } from './testing/quiet-workspace.ts';
import { ModeWorkspace } from './workspace.ts';

describe('a workspace that opens', () => {
  it('revokes what fell due while the app was closed, also when nothing can be written', async () => {
    const world = await GrantWorld.open();
    const ana = await world.granted('ana');
    const now = world.clock.now();
    await world.records.put('time-box', ana, { endsAt: now - HOUR, setAt: now - 9 * HOUR });
    world.records.full = true;
    world.net.on('/revoke', () => json(200, {}));
    const errors: string[] = [];
    const workspace = new ModeWorkspace(
      { mode: 'google', endpoints: GOOGLE, records: world.records, cache: new MemoryCache(), practiceClientIds: new Set() },
      quietPorts({ fetch: world.net.fetch, clock: world.clock, reportError: (what) => errors.push(what) }),
      quietEvents,
    );
    await workspace.load();
    await rest();
    expect(world.net.seen.map(({ url }) => new URL(url).pathname)).toEqual(['/revoke']);
    expect(errors).not.toContain('authorizations were not read');
  });
});
