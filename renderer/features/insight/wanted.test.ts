import { describe, expect, it } from 'vitest';
import { AS_USED, MOST_METHODS, wantedMethods, withMethods } from './wanted.ts';

const used = ['calendar.events.list', 'calendar.calendarList.list'].map((methodId) => ({ methodId, apiId: 'calendar:v3', effect: 'read', count: 1, lastAt: 0 }) as const);

describe('withMethods', () => {
  it('starts from what is used', () => {
    expect(wantedMethods(AS_USED, used)).toEqual(['calendar.events.list', 'calendar.calendarList.list']);
    expect(withMethods(AS_USED, used, ['calendar.events.insert'], true).methods).toEqual([
      'calendar.events.list',
      'calendar.calendarList.list',
      'calendar.events.insert',
    ]);
  });

  it('follows use again once nothing differs from it', () => {
    const more = withMethods(AS_USED, used, ['calendar.events.insert'], true);
    expect(withMethods(more, used, ['calendar.events.insert'], false)).toBe(AS_USED);
  });

  it('takes no more than can be sent at once', () => {
    const many = Array.from({ length: MOST_METHODS + 20 }, (_, at) => `m.${at}`);
    expect(withMethods({ methods: [] }, used, many, true).methods).toHaveLength(MOST_METHODS);
  });

  it('can want nothing at all', () => {
    expect(withMethods(AS_USED, used, used.map((one) => one.methodId), false).methods).toEqual([]);
  });
});
