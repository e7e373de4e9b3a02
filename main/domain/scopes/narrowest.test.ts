import { describe, expect, it } from 'vitest';
import { calendarV3, directoryV1, findMethod, groupsSettingsV1 } from '../google/methods/method-table.ts';
import { narrowestScope } from './narrowest.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';

const P = SCOPE_PREFIX;

describe('narrowestScope', () => {
  it.each([
    ['calendar.calendarList.list', 'calendar.calendarlist.readonly'],
    ['calendar.events.insert', 'calendar.events'],
    ['calendar.events.list', 'calendar.events.readonly'],
    ['calendar.acl.list', 'calendar.acls.readonly'],
    ['calendar.settings.list', 'calendar.settings.readonly'],
  ])('for %s: %s', (method, expected) => {
    expect(narrowestScope(findMethod(calendarV3, method)?.scopes ?? [], calendarV3)).toBe(P + expected);
  });

  it('takes a scope of limited reach when there is no other', () => {
    expect(narrowestScope([`${P}calendar.events.public.readonly`], calendarV3)).toBe(`${P}calendar.events.public.readonly`);
  });

  it('takes the one that the other includes where the methods do not tell', () => {
    expect(narrowestScope(directoryV1.scopes, directoryV1)).toBe(`${P}admin.directory.group.readonly`);
  });

  it('does not depend on the order, and answers null for nothing', () => {
    const accepted = findMethod(calendarV3, 'calendar.calendarList.list')?.scopes ?? [];
    expect(narrowestScope([...accepted].reverse(), calendarV3)).toBe(narrowestScope(accepted, calendarV3));
    expect(narrowestScope([], groupsSettingsV1)).toBeNull();
    expect(narrowestScope(groupsSettingsV1.scopes, groupsSettingsV1)).toBe(`${P}apps.groups.settings`);
  });

  it('ends soon when an answer or a document names a great many', () => {
    const scopes = Array.from({ length: 800 }, (_, index) => `https://example.com/${index}`);
    const methods = Array.from({ length: 10_000 }, (_, index) => ({ id: `a.m${index}`, httpMethod: 'GET' as const, path: 'x', parameters: {}, scopes: [scopes[index % 800] ?? ''] }));
    const started = performance.now();
    expect(narrowestScope(scopes, { ...calendarV3, methods })).not.toBeNull();
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
