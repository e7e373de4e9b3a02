import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventBody, eventSchemas } from '../testing/schemas.ts';
import { completionsAt, type Completion } from './completions.ts';
import { cursorAt } from './json-cursor.ts';
import { insertProperty } from './insert-property.ts';
import { resolved, schemaAt } from './schema-walk.ts';
import { skeletonOf } from './skeleton.ts';

const NOW = Date.UTC(2026, 10, 26, 11, 14);

/** `|` stands for the cursor. */
function at(marked: string): readonly [string, number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

const complete = (marked: string): readonly Completion[] => completionsAt(...at(marked), eventBody);
const labels = (marked: string): readonly string[] => complete(marked).map(({ label }) => label);

function accept(marked: string, label: string): string {
  const [text] = at(marked);
  const item = complete(marked).find((one) => one.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  const caret = item.from + item.caret;
  const next = text.slice(0, item.from) + item.insert + text.slice(item.to);
  return `${next.slice(0, caret)}|${next.slice(caret)}`;
}

describe('the cursor', () => {
  it.each([
    ['{ "start": { "da|" } }', 'name', ['start']],
    ['{ "attendees": [ {}, { "email": "|" } ] }', 'value', ['attendees', 1, 'email']],
    ['{ "a": | }', 'value', ['a']],
    ['{ "a": [1, |] }', 'value', ['a', 1]],
    ['{|', 'name', []],
    ['{ "a": 1, "b|', 'name', []],
  ])('%s', (marked, role, path) => {
    expect(cursorAt(...at(marked))).toMatchObject({ role, path });
  });

  it('never throws, whatever is typed and wherever it stands', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(200), (text, offset) => {
        completionsAt(text, Math.min(offset, text.length), eventBody);
      }),
    );
  });
});

describe('completion', () => {
  it('offers names that are not used yet, mandatory ones first, none that is read only', () => {
    expect(labels('{ "summary": "a", "|" , "locked": true }').slice(0, 2)).toEqual(['start', 'end']);
    expect(labels('{ "summary": "a", "|" , "locked": true }')).not.toContain('summary');
    expect(labels('{ "summary": "a", "|" , "locked": true }')).not.toContain('locked');
    expect(labels('{|}')).not.toContain('id');
  });

  it('puts the cursor inside the value that follows', () => {
    expect(accept('{ "su|" }', 'summary')).toBe('{ "summary": "|" }');
    expect(accept('{ st|', 'start')).toBe('{ "start": {|}');
    expect(accept('{ "att|": [] }', 'attendees')).toBe('{ "attendees"|: [] }');
    expect(accept('{ | "summary": "a" }', 'locked')).toBe('{ "locked": |, "summary": "a" }');
    expect(accept('{ "start": { "dateT|" } }', 'dateTime')).toBe('{ "start": { "dateTime": "|" } }');
  });

  it('offers the values of a short list and of a boolean', () => {
    expect(labels('{ "visibility": "p|" }')).toEqual(['public', 'private']);
    expect(accept('{ "visibility": p| }', 'private')).toBe('{ "visibility": "private"| }');
    expect(labels('{ "attendees": [ { "optional": | } ] }')).toEqual(['true', 'false']);
  });

  it('has nothing to say where the schema says nothing, nor after a value', () => {
    expect(labels('{ "unknown": { "|" } }')).toEqual([]);
    expect(labels('{ "locked": true |}')).toEqual([]);
    expect(labels('{ "constructor": { "|" } }')).toEqual([]);
  });

  it('goes down a schema that holds itself, and gives up on references in a circle', () => {
    expect(labels('{ "related": { "related": { "related": { "summ|" } } } }')).toEqual(['summary']);
    expect(resolved({ $ref: 'Round' }, eventSchemas)).toBeNull();
    expect(schemaAt(['a'], 'Round', eventSchemas)).toBeNull();
  });
});

describe('skeleton', () => {
  it('holds what the method needs, with values of the right kind', () => {
    expect(JSON.parse(skeletonOf('Event', { ...eventBody, now: NOW }))).toEqual({
      start: { dateTime: '2026-11-26T11:14:00Z' },
      end: { dateTime: '2026-11-26T12:14:00Z' },
    });
  });

  it('falls back on common properties, and ends in a schema that requires itself', () => {
    expect(JSON.parse(skeletonOf('Event', { ...eventBody, methodId: 'other', now: NOW }))).toEqual({ summary: '', description: '' });
    const schemas = { Loop: { type: 'object', properties: { again: { $ref: 'Loop', requiredBy: ['m'] } } } };
    expect(skeletonOf('Loop', { methodId: 'm', schemas, now: NOW }).length).toBeLessThan(1000);
    expect(skeletonOf('Round', { methodId: 'm', schemas: eventSchemas, now: NOW })).toBe('{}');
  });
});

describe('inserting a property', () => {
  it.each([
    ['', ['summary'], '""', { summary: '' }],
    ['{"a":1}', ['summary'], '"x"', { a: 1, summary: 'x' }],
    ['{"start":{"date":"d"}}', ['start', 'timeZone'], '"UTC"', { start: { date: 'd', timeZone: 'UTC' } }],
    ['{"a":[{"start":1}]}', ['start', 'end', 'date'], '""', { a: [{ start: 1 }], start: { end: { date: '' } } }],
  ])('%j takes %j', (text, path, value, after) => {
    expect(JSON.parse(insertProperty(text, path, value) ?? '')).toEqual(after);
  });

  it('keeps what is there, and what it cannot reach', () => {
    expect(insertProperty('{"a":12345678901234567890}', ['b'], '1')).toContain('12345678901234567890');
    expect(insertProperty('{"a":1}', ['a'], '2')).toBeNull();
    expect(insertProperty('{"a":1}', ['a', 'b'], '2')).toBeNull();
    expect(insertProperty('[]', ['a'], '2')).toBeNull();
  });
});
