import { describe, expect, it } from 'vitest';
import { differing, ignoredFields, movedFields, readGroupSettings, valueOf } from './group-values.ts';

describe('reading settings', () => {
  it('keeps every field, and says which were no text', () => {
    const body = '{"name":"Choir","isArchived":true,"maxMessageBytes":26214400,"nothing":null,"list":["a"],"whoCanSummarize":"ALL_WIZARDS","":"x"}';
    expect(readGroupSettings(body)).toEqual({
      values: { name: 'Choir', isArchived: 'true', maxMessageBytes: '26214400', nothing: 'null', list: '["a"]', whoCanSummarize: 'ALL_WIZARDS', '': 'x' },
      notText: ['isArchived', 'maxMessageBytes', 'nothing', 'list'],
    });
  });

  it('takes names that objects have of their own for fields, and leaves __proto__ out', () => {
    const settings = readGroupSettings('{"__proto__":{"polluted":"yes"},"constructor":"a","hasOwnProperty":"b","toString":"c"}');
    expect(Object.entries(settings?.values ?? {})).toEqual([
      ['constructor', 'a'],
      ['hasOwnProperty', 'b'],
      ['toString', 'c'],
    ]);
    expect(Object.getPrototypeOf(settings?.values)).toBe(Object.prototype);
    expect(valueOf({}, 'constructor')).toBeNull();
  });

  it.each(['', 'null', '[]', '"text"', '<entry/>', '{"cut'])('gives null for %j', (body) => {
    expect(readGroupSettings(body)).toBeNull();
  });
});

describe('comparing', () => {
  const before = { name: 'Choir', isArchived: 'true', replyTo: 'REPLY_TO_LIST' };

  it('names fields that somebody else changed, took away or added', () => {
    expect(differing({ name: 'Choir', isArchived: 'true' }, { name: 'Sea choir', fresh: 'x' }, { name: 'Mine', isArchived: 'false', fresh: 'y' })).toEqual([
      { field: 'name', before: 'Choir', sent: 'Mine', now: 'Sea choir' },
      { field: 'isArchived', before: 'true', sent: 'false', now: null },
      { field: 'fresh', before: null, sent: 'y', now: 'x' },
    ]);
    expect(differing(before, { ...before, other: 'changed' }, { name: 'Mine' })).toEqual([]);
  });

  it('tells what was ignored from what moved by itself', () => {
    const sent = { name: 'Sea choir', isArchived: 'false' };
    const now = { name: 'Sea choir', isArchived: 'true', replyTo: 'REPLY_TO_SENDER', fresh: 'x' };
    expect(ignoredFields(before, sent, now)).toEqual([{ field: 'isArchived', before: 'true', sent: 'false', now: 'true' }]);
    expect(movedFields(before, sent, now)).toEqual([
      { field: 'replyTo', before: 'REPLY_TO_LIST', sent: null, now: 'REPLY_TO_SENDER' },
      { field: 'fresh', before: null, sent: null, now: 'x' },
    ]);
  });
});
