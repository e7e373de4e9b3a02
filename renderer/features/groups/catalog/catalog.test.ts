import { describe, expect, it } from 'vitest';
import { CURRENT_FIELDS, RETIRED_FIELDS } from '../testing/google-fields.ts';
import { isEditable, isKnownValue, labelOf, reachOf, retiredOf, SECTIONS, SETTINGS, settingOf, valuesOf } from './catalog.ts';
import { RETIRED } from './retired.ts';
import { rankOf, type Setting } from './setting.ts';
import { rawWords, shortened, valueWords } from './value-words.ts';

const sorted = (words: readonly string[]): readonly string[] => [...words].sort();

/** What a catalog entry takes, in the words of `CURRENT_FIELDS`. */
function takes(setting: Setting): string {
  switch (setting.kind) {
    case 'fixed':
      return 'read-only';
    case 'flag':
      return 'true|false';
    case 'text':
      return setting.max === null ? 'text' : `text:${String(setting.max)}`;
    case 'reach':
    case 'choice':
      return sorted(setting.values.map(({ raw }) => raw)).join('|');
  }
}

describe('the catalog', () => {
  it('has each current setting once, and nothing else', () => {
    expect(sorted(SETTINGS.map(({ field }) => field))).toEqual(sorted(Object.keys(CURRENT_FIELDS)));
    expect(SETTINGS).toHaveLength(34);
  });

  it.each(Object.entries(CURRENT_FIELDS))('%s takes what Google documents', (field, documented) => {
    const setting = settingOf(field);
    expect(setting).toBeDefined();
    if (setting !== undefined) expect(takes(setting)).toBe(sorted(documented.split('|')).join('|').replace('false|true', 'true|false'));
  });

  it('points from each retired field to its successor', () => {
    expect(Object.fromEntries(RETIRED.map(({ field, successor }) => [field, successor]))).toEqual(RETIRED_FIELDS);
    expect(RETIRED).toHaveLength(29);
    for (const { successor, note } of RETIRED) {
      if (successor === null) expect(note).not.toBeNull();
      else expect(isEditable(successor)).toBe(true);
    }
  });

  it('says everything in words, and no label or word twice where they would be mixed up', () => {
    expect(new Set(SETTINGS.map(({ label }) => label)).size).toBe(SETTINGS.length);
    expect(new Set(SECTIONS.map(({ id }) => id)).size).toBe(SECTIONS.length);
    for (const setting of SETTINGS) {
      expect(setting.meaning).toMatch(/[.]$/);
      const words = valuesOf(setting).map(({ word }) => word);
      expect(new Set(words).size, setting.field).toBe(words.length);
      for (const { means } of valuesOf(setting)) expect(means, setting.field).toMatch(/[.]$/);
    }
  });

  it('orders reach from narrow to wide', () => {
    for (const setting of SETTINGS) {
      if (setting.kind !== 'reach') continue;
      const places = setting.values.map((value) => value.at ?? rankOf(value.audience));
      expect(places, setting.field).toEqual([...places].sort((a, b) => a - b));
      expect(new Set(places).size, setting.field).toBe(places.length);
    }
  });

  it('lets only current, writable settings be sent', () => {
    expect(isEditable('whoCanJoin')).toBe(true);
    for (const field of ['email', 'kind', 'customRolesEnabledForSettingsToBeMerged', 'whoCanAdd', 'whoCanDance', 'default_sender', '__proto__']) expect(isEditable(field), field).toBe(false);
  });
});

describe('values', () => {
  it.each([
    ['whoCanPostMessage', 'ALL_IN_DOMAIN_CAN_POST', 'Organisation'],
    ['whoCanPostMessage', 'ROBOTS_CAN_POST', 'ROBOTS_CAN_POST'],
    ['isArchived', 'true', 'On'],
    ['isArchived', 'yes', 'yes'],
    ['customFooterText', '', 'Empty'],
    ['customFooterText', null, 'Not sent'],
    ['customFooterText', 'Welcome', 'Welcome'],
    ['whoCanDance', 'ALL', 'ALL'],
  ])('%s %s reads %s', (field, raw, words) => {
    expect(valueWords(field, raw)).toBe(words);
  });

  it('cuts long texts between characters, never within one', () => {
    expect(shortened('🎵'.repeat(161))).toBe(`${'🎵'.repeat(160)}…`);
    expect(shortened('a'.repeat(160))).toBe('a'.repeat(160));
  });

  it('words of fields without an entry', () => {
    expect(['true', 'false', '', 'X'].map(rawWords)).toEqual(['Yes', 'No', 'Empty', 'X']);
  });

  it('knows its values, and takes any text', () => {
    const known = (field: string, raw: string): boolean | undefined => {
      const setting = settingOf(field);
      return setting === undefined ? undefined : isKnownValue(setting, raw);
    };
    expect(known('isArchived', 'TRUE')).toBe(false);
    expect(known('whoCanViewGroup', 'ALL_OWNERS_CAN_VIEW')).toBe(true);
    expect(known('name', 'anything')).toBe(true);
  });

  it('gives a reach only for known values of reach settings', () => {
    expect(reachOf('whoCanJoin', 'ANYONE_CAN_JOIN')?.audience).toBe('anyone');
    expect(reachOf('whoCanJoin', undefined)).toBeNull();
    expect(reachOf('replyTo', 'REPLY_TO_LIST')).toBeNull();
  });

  it('labels', () => {
    expect([labelOf('whoCanJoin'), labelOf('whoCanAdd')]).toEqual(['Who can join group', 'whoCanAdd']);
    expect(retiredOf('whoCanJoin')).toBeUndefined();
  });
});
