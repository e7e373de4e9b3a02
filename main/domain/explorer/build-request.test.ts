import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarV3, findMethod, groupsSettingsV1, type GoogleMethod, type MethodParameter, type MethodTable } from '../google/methods/method-table.ts';
import { GOOGLE, mayHoldToken, standInEndpoints } from '../oauth/endpoints.ts';
import { buildRequest, type Built, type CallWish } from './build-request.ts';

const standIn = standInEndpoints('http://127.0.0.1:5000') ?? GOOGLE;

function methodOf(id: string): { readonly table: MethodTable; readonly method: GoogleMethod } {
  for (const table of [calendarV3, groupsSettingsV1]) {
    const method = findMethod(table, id);
    if (method !== undefined) return { table, method };
  }
  throw new Error(id);
}

function build(id: string, parameters: CallWish['parameters'], body: string | null = null): Built {
  const { table, method } = methodOf(id);
  return buildRequest(GOOGLE, table, method, { parameters, body });
}

function problemsOf(built: Built): readonly string[] {
  return built.ok ? [] : built.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe('a call made by hand', () => {
  it('becomes an address with every value in its place', () => {
    const built = build('calendar.events.list', { calendarId: ['de#holiday@group.v.calendar.google.com'], maxResults: ['5'], eventTypes: ['default', 'focusTime'], q: ['a&b=c'] });
    expect(built).toEqual({
      ok: true,
      request: {
        method: 'GET',
        url: 'https://www.googleapis.com/calendar/v3/calendars/de%23holiday%40group.v.calendar.google.com/events?maxResults=5&eventTypes=default&eventTypes=focusTime&q=a%26b%3Dc&alt=json&prettyPrint=false',
        body: null,
      },
    });
  });

  it('goes to a stand-in under the same path', () => {
    const { table, method } = methodOf('groupsSettings.groups.get');
    const built = buildRequest(standIn, table, method, { parameters: { groupUniqueId: ['a@b.example'] }, body: null });
    expect(built).toMatchObject({ ok: true, request: { url: 'http://127.0.0.1:5000/groups/v1/groups/a%40b.example?alt=json&prettyPrint=false' } });
  });

  it.each<[string, CallWish['parameters'], RegExp]>([
    ['a path value that is missing', {}, /^calendarId: calendarId is needed/],
    ['a path value that is empty', { calendarId: [''] }, /^calendarId: Fill it in/],
    ['a path value that walks up', { calendarId: ['..'] }, /^calendarId: Write a name without/],
    ['a word for a number', { calendarId: ['a'], maxResults: ['many'] }, /^maxResults: Write a whole number/],
    ['a number out of range', { calendarId: ['a'], maxResults: ['99999999999'] }, /^maxResults: Write a whole number/],
    ['a yes for a boolean', { calendarId: ['a'], singleEvents: ['yes'] }, /^singleEvents: Write true or false/],
    ['a value that is none of the list', { calendarId: ['a'], orderBy: ['name'] }, /^orderBy: Choose one of/],
    ['a moment without an offset', { calendarId: ['a'], timeMin: ['2026-11-26T09:30:00'] }, /^timeMin: Write a moment/],
    ['a day that is none', { calendarId: ['a'], timeMin: ['2026-02-30T09:30:00Z'] }, /^timeMin: Write a moment/],
    ['two values for one', { calendarId: ['a'], q: ['a', 'b'] }, /^q: q takes one value/],
    ['an unknown parameter', { calendarId: ['a'], colour: ['red'] }, /^colour: This method has no parameter/],
    ['a token in the address', { calendarId: ['a'], access_token: ['x'] }, /^access_token: This method has no parameter/],
    ['another kind of answer', { calendarId: ['a'], alt: ['media'] }, /^alt: This method has no parameter/],
    ['an inherited name', { calendarId: ['a'], constructor: ['x'] }, /^constructor: This method has no parameter/],
  ])('says what is wrong with %s', (_what, parameters, message) => {
    expect(problemsOf(build('calendar.events.list', parameters))).toEqual([expect.stringMatching(message) as string]);
  });

  it.each<[string, string | null, readonly string[]]>([
    ['nothing', null, ['body: start is missing: this method needs it.', 'body: end is missing: this method needs it.']],
    ['no JSON', '{', ['body: The body is not JSON: look for a missing quote, comma or bracket.']],
    ['a list', '[]', ['body: The body has to be an object: {…}.']],
    ['a text for an object', '{"start":"today","end":{}}', ['body: start has to be an object: {…}.']],
    ['an object for a list', '{"start":{},"end":{},"attendees":{}}', ['body: attendees has to be a list: […].']],
    ['a wrong kind deep inside', '{"start":{},"end":{},"attendees":[{"optional":"maybe"}]}', ['body: attendees[0].optional has to be true or false.']],
  ])('says what is wrong with a body that is %s', (_what, body, problems) => {
    expect(problemsOf(build('calendar.events.insert', { calendarId: ['a'] }, body)).toSorted()).toEqual([...problems].sort());
  });

  it('leaves fields nobody knows here to Google, and takes no body where there is none', () => {
    expect(build('calendar.events.insert', { calendarId: ['a'] }, '{"start":{},"end":{},"brandNew":[1]}').ok).toBe(true);
    expect(problemsOf(build('calendar.events.list', { calendarId: ['a'] }, '{}'))).toEqual(['body: This method takes no body.']);
    expect(problemsOf(build('calendar.acl.insert', { calendarId: ['a'] }, '{"scope":{}}')).toSorted()).toEqual(['body: role is missing: this method needs it.', 'body: scope.type is missing: this method needs it.']);
  });

  it('ends for schemas that lead in a circle', () => {
    const table: MethodTable = { ...calendarV3, schemas: { A: { $ref: 'B' }, B: { $ref: 'A' }, C: { properties: { c: { $ref: 'C' } } } } };
    const method = (request: string): GoogleMethod => ({ id: 'x.y', httpMethod: 'POST', path: 'y', parameters: {}, scopes: [], request });
    let deep = '{}';
    for (let level = 0; level < 500; level += 1) deep = `{"c":${deep}}`;
    expect(buildRequest(GOOGLE, table, method('A'), { parameters: {}, body: '{"a":1}' }).ok).toBe(true);
    expect(buildRequest(GOOGLE, table, method('C'), { parameters: {}, body: deep }).ok).toBe(true);
  });

  it('of every method: good values are sent as they were typed, and to no other place', () => {
    const methods = [calendarV3, groupsSettingsV1].flatMap((table) => table.methods.filter(({ request }) => request === undefined).map((method) => ({ table, method })));
    fc.assert(
      fc.property(fc.constantFrom(...methods), fc.gen(), ({ table, method }, gen) => {
        const names = Object.entries(method.parameters).filter(([name]) => name !== 'alt');
        const parameters = Object.fromEntries(names.map(([name, parameter]) => [name, [gen(() => goodValue(parameter))]]));
        const built = buildRequest(GOOGLE, table, method, { parameters, body: null });
        if (!built.ok) throw new Error(JSON.stringify(built.problems));
        const url = new URL(built.request.url);
        expect(mayHoldToken(GOOGLE, built.request.url)).toBe(true);
        expect(url.pathname.startsWith(`/${table.servicePath}`)).toBe(true);
        for (const [name, { location }] of names) {
          const [value = ''] = parameters[name] ?? [];
          if (location === 'query') expect(url.searchParams.getAll(name)).toEqual([value]);
          else expect(url.pathname.split('/').map(decodeURIComponent)).toContain(value);
        }
      }),
    );
  });
});

function goodValue({ type, enum: values, format, location }: MethodParameter): fc.Arbitrary<string> {
  if (values !== undefined) return fc.constantFrom(...values);
  if (type === 'boolean') return fc.constantFrom('true', 'false');
  if (type === 'integer') return fc.integer({ min: 1, max: 100 }).map(String);
  if (format === 'date-time') return fc.constant('2026-11-26T09:30:00Z');
  if (format === 'date') return fc.constant('2026-11-26');
  const text = fc.string({ unit: 'grapheme', minLength: location === 'path' ? 1 : 0, maxLength: 20 });
  return text.filter((value) => value !== '.' && value !== '..');
}
