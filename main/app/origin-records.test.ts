import { describe, expect, it } from 'vitest';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import { OriginRecords } from './origin-records.ts';

describe('records of a stand-in', () => {
  it('are those of its own origin, whatever others have under the same id', async () => {
    const shared = new MemoryRecords();
    const one = new OriginRecords(shared, 'http://127.0.0.1:80');
    const other = new OriginRecords(shared, 'http://127.0.0.1:8080');
    await one.put('authorization', 'a', 'token of one');
    await shared.put('authorization', 'a', 'bound to nobody');
    expect(await other.list('authorization')).toEqual([]);
    expect(await other.get('authorization', 'a')).toBeNull();
    await other.put('authorization', 'a', 'token of other');
    await other.remove('authorization', 'a');
    expect(await one.get('authorization', 'a')).toMatchObject({ id: 'a', value: 'token of one' });
    expect(await one.list('authorization')).toMatchObject([{ id: 'a', type: 'authorization', value: 'token of one' }]);
  });
});
