import { describe, expect, it } from 'vitest';
import { calendarV3, groupsSettingsV1 } from '../google/methods/method-table.ts';
import { catalogedScopes, findScope, findScopeByName } from './catalog.ts';
import { describeCatalog, describeScope } from './describe-scope.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';
import { scopeSets } from './scope-sets.ts';
import { validateScopeUrl } from './validate-scope-url.ts';

describe('the catalog', () => {
  it('lists each scope, name and alias once', () => {
    const spellings = catalogedScopes.flatMap(({ scope, entry }) => [scope, ...(entry.aliases ?? [])]);
    expect(new Set(spellings).size).toBe(spellings.length);
    expect(new Set(catalogedScopes.map(({ entry }) => entry.name)).size).toBe(catalogedScopes.length);
  });

  it('covers every scope both method tables know', () => {
    expect(calendarV3.scopes).toHaveLength(17);
    for (const scope of calendarV3.scopes) expect(findScope(scope)?.product, scope).toBe('Calendar');
    for (const scope of [...calendarV3.scopes, ...groupsSettingsV1.scopes]) {
      expect(findScope(scope)?.scope, scope).toBe(scope);
    }
  });

  it('names narrower scopes that exist and are not more sensitive', () => {
    const weight = { 'non-sensitive': 0, sensitive: 1, restricted: 2 };
    for (const { entry } of catalogedScopes.filter((one) => one.entry.narrower !== undefined)) {
      const narrower = findScopeByName(entry.narrower ?? '');
      expect(narrower, entry.name).toBeDefined();
      expect(weight[narrower?.entry.sensitivity ?? 'restricted'], entry.name).toBeLessThanOrEqual(weight[entry.sensitivity]);
    }
  });

  it('speaks in one plain line without a full stop', () => {
    for (const { entry } of catalogedScopes) {
      expect(entry.title, entry.name).toMatch(/^[A-Z][^.\n]{5,70}$/);
      if (entry.detail !== undefined) expect(entry.detail, entry.name).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('holds only scopes that its own check accepts', () => {
    for (const { scope } of catalogedScopes) {
      expect(validateScopeUrl(scope), scope).toEqual({ ok: true, value: scope });
    }
  });

  it('has three one-click sets of known scopes', () => {
    expect(scopeSets.map((set) => set.title)).toEqual(['Calendar read-only', 'Calendar events', 'Groups settings']);
    for (const scope of scopeSets.flatMap((set) => set.scopes)) expect(findScope(scope), scope).toBeDefined();
  });
});

describe('describeScope', () => {
  it('describes what the catalog lists', () => {
    expect(describeScope(`${SCOPE_PREFIX}calendar.readonly`)).toEqual({
      scope: `${SCOPE_PREFIX}calendar.readonly`,
      shortName: 'calendar.readonly',
      product: 'Calendar',
      title: 'See every calendar, change nothing',
      detail: 'Calendars, events, free times and settings, without any right to write.',
      sensitivity: 'sensitive',
      sensitivityConfirmed: false,
      adminOnly: false,
      signIn: false,
      warning: null,
      narrower: `${SCOPE_PREFIX}calendar.events.readonly`,
    });
  });

  it('knows sign-in scopes under both spellings', () => {
    for (const scope of ['email', `${SCOPE_PREFIX}userinfo.email`]) {
      expect(describeScope(scope)).toMatchObject({ scope, shortName: 'email', product: 'Sign-in', signIn: true, warning: null });
    }
  });

  it.each([
    [`${SCOPE_PREFIX}drive.readonly`, /own files/, `${SCOPE_PREFIX}drive.file`],
    [`${SCOPE_PREFIX}chat.messages.readonly`, /security review/, null],
    [`${SCOPE_PREFIX}apps.groups.settings`, /administrator/, null],
    [`${SCOPE_PREFIX}calendar.addons.execute`, /add-on/, null],
    [`${SCOPE_PREFIX}gmail.settings.sharing`, /service accounts/, null],
    ['https://www.google.com/calendar/feeds', /old spelling.*calendar/i, `${SCOPE_PREFIX}calendar.events`],
  ])('warns of %s', (scope, warning, narrower) => {
    expect(describeScope(scope).warning).toMatch(warning);
    expect(describeScope(scope).narrower).toBe(narrower);
  });

  it.each([
    [`${SCOPE_PREFIX}books`, 'books'],
    ['https://docs.google.com/feeds/', 'feeds'],
    ['https://example.com', 'example.com'],
    ['something', 'something'],
    ['https://', 'https://'],
    ['__proto__', '__proto__'],
  ])('gives %s, which it does not list, the short name %s', (scope, shortName) => {
    expect(describeScope(scope)).toMatchObject({ scope, shortName, title: shortName, product: 'Other', sensitivity: 'unknown', narrower: null });
  });

  it('describes the whole catalog, calendars first', () => {
    expect(describeCatalog()).toHaveLength(catalogedScopes.length);
    expect(describeCatalog()[0]?.product).toBe('Calendar');
  });
});
