import { describe, expect, it } from 'vitest';
import { calendarV3, findMethod, groupsSettingsV1, type GoogleMethod, type MethodParameter, type MethodTable } from '../google/methods/method-table.ts';
import { GOOGLE, standInEndpoints } from '../oauth/endpoints.ts';
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

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])('takes a format that is called %s for one it does not know', (format) => {
    const { table, method } = methodOf('calendar.colors.get');
    const odd: GoogleMethod = { ...method, parameters: { size: { location: 'query', type: 'integer', format } } };
    expect(buildRequest(GOOGLE, table, odd, { parameters: { size: ['5'] }, body: null })).toMatchObject({ ok: true });
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
    ['a path value of two lines', { calendarId: ['a\nb'] }, /^calendarId: Write it in one line/],
    ['half a character', { calendarId: ['\ud83c'] }, /^calendarId: It holds half a character/],
    ['half a character in the query', { calendarId: ['a'], q: ['\ud83c'] }, /^q: It holds half a character/],
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
    ['null', 'null', ['body: The body has to be an object: {…}.']],
    ['half a character', '{"summary":"\ud83c"}', ['body: The body holds half a character: delete it and type it again.']],
    ['a number for a text', '{"start":{},"end":{},"summary":5}', ['body: summary has to be a text in quotes.']],
    ['a text for a boolean', '{"start":{},"end":{},"guestsCanModify":"true"}', ['body: guestsCanModify has to be true or false, without quotes.']],
    ['half a number', '{"start":{},"end":{},"sequence":1.5}', ['body: sequence has to be a whole number.']],
    ['a list', '[]', ['body: The body has to be an object: {…}.']],
    ['a text for an object', '{"start":"today","end":{}}', ['body: start has to be an object: {…}.']],
    ['an object for a list', '{"start":{},"end":{},"attendees":{}}', ['body: attendees has to be a list: […].']],
    ['a wrong kind deep inside', '{"start":{},"end":{},"attendees":[{"optional":"maybe"}]}', ['body: attendees[0].optional has to be true or false, without quotes.']],
  ])('says what is wrong with a body that is %s', (_what, body, problems) => {
    expect(problemsOf(build('calendar.events.insert', { calendarId: ['a'] }, body)).toSorted()).toEqual([...problems].sort());
  });

  it('leaves fields nobody knows here to Google, and takes no body where there is none', () => {
    expect(build('calendar.events.insert', { calendarId: ['a'] }, '{"start":{},"end":{},"brandNew":[1]}').ok).toBe(true);
    expect(problemsOf(build('calendar.events.list', { calendarId: ['a'] }, '{}'))).toEqual(['body: This method takes no body.']);
    expect(problemsOf(build('calendar.acl.insert', { calendarId: ['a'] }, '{"scope":{}}')).toSorted()).toEqual(['body: role is missing: this method needs it.', 'body: scope.type is missing: this method needs it.']);
  });

  it('takes numbers of 64 bits as texts and as numbers, and sends the text as it was typed', () => {
    const insert = (body: string): Built => build('calendar.events.watch', { calendarId: ['a'] }, body);
    const body = '{"expiration":"9007199254740993"}';
    expect(insert(body)).toMatchObject({ ok: true, request: { body } });
    expect(insert('{"expiration":9007199254740993}')).toMatchObject({ ok: true, request: { body: '{"expiration":9007199254740993}' } });
    expect(problemsOf(insert('{"expiration":true}'))).toEqual(['body: expiration has to be a text in quotes.']);
  });

  it('wants “true” in quotes where the API has booleans as texts', () => {
    const patch = (body: string): Built => build('groupsSettings.groups.patch', { groupUniqueId: ['a@b.example'] }, body);
    expect(problemsOf(patch('{"allowExternalMembers":true}'))).toEqual(['body: allowExternalMembers has to be a text in quotes.']);
    expect(patch('{"allowExternalMembers":"true"}').ok).toBe(true);
  });

  it('keeps the slashes of a value that may have them, and nothing that leads elsewhere', () => {
    const method: GoogleMethod = { id: 'x.y', httpMethod: 'GET', path: 'v1/{+name}:run', parameters: { name: { location: 'path', type: 'string', required: true } }, scopes: [] };
    const run = (name: string): Built => buildRequest(GOOGLE, calendarV3, method, { parameters: { name: [name] }, body: null });
    expect(run('projects/a b/jobs/ü?#')).toMatchObject({
      ok: true,
      request: { url: 'https://www.googleapis.com/calendar/v3/v1/projects/a%20b/jobs/%C3%BC%3F%23:run?alt=json&prettyPrint=false' },
    });
    expect(['/a', 'a/', 'a//b', '//evil.example', 'https://evil.example/', '../../x', 'a/../b', 'a/./b'].filter((name) => run(name).ok)).toEqual([]);
  });

  it.each<[string, Partial<MethodParameter>, readonly string[], readonly string[]]>([
    ['int32', { type: 'integer', format: 'int32' }, ['-2147483648', '2147483647', '0'], ['2147483648', '1.5', '1e3', '+1', ' 1', '', '٣']],
    ['uint32', { type: 'integer', format: 'uint32' }, ['0', '4294967295'], ['-1', '4294967296']],
    ['int64', { type: 'string', format: 'int64' }, ['9223372036854775807', '-9223372036854775808'], ['9223372036854775808']],
    ['uint64', { type: 'string', format: 'uint64' }, ['18446744073709551615'], ['18446744073709551616', '-1']],
    ['a range', { type: 'integer', minimum: '1', maximum: '250' }, ['1', '250'], ['0', '251']],
    ['a number', { type: 'number', minimum: '0', maximum: '1' }, ['0', '0.5', '1e-3'], ['1.01', 'Infinity', 'NaN', '0x1', '.5']],
    ['a day', { format: 'date' }, ['2024-02-29'], ['2026-02-29', '2026-2-1', '26-02-01']],
    ['a moment', { format: 'date-time' }, ['2026-11-26T09:30:00Z', '2026-11-26T09:30:00.123+05:45'], ['2026-11-26', '2026-11-26T09:30:00', '2026-11-26T25:00:00Z', '2026-02-30T09:30:00Z']],
    ['bytes', { format: 'byte' }, ['aGk_', 'aGk-', 'aGk=', ''], ['a b', '===']],
    ['a duration', { format: 'google-duration' }, ['3.5s', '0s', '-1s'], ['3', 's', '1m']],
    ['a field mask', { format: 'google-fieldmask' }, ['a', 'displayName,photo.url'], ['a b', ',a']],
  ])('knows %s', (_what, facts, good, bad) => {
    const method: GoogleMethod = { id: 'x.y', httpMethod: 'GET', path: 'y', parameters: { v: { location: 'query', type: 'string', ...facts } }, scopes: [] };
    const isGood = (value: string): boolean => buildRequest(GOOGLE, calendarV3, method, { parameters: { v: [value] }, body: null }).ok;
    expect(good.filter((value) => !isGood(value))).toEqual([]);
    expect(bad.filter(isGood)).toEqual([]);
  });

  it('ends for schemas that lead in a circle', () => {
    const table: MethodTable = { ...calendarV3, schemas: { A: { $ref: 'B' }, B: { $ref: 'A' }, C: { properties: { c: { $ref: 'C' } } } } };
    const method = (request: string): GoogleMethod => ({ id: 'x.y', httpMethod: 'POST', path: 'y', parameters: {}, scopes: [], request });
    let deep = '{}';
    for (let level = 0; level < 500; level += 1) deep = `{"c":${deep}}`;
    expect(buildRequest(GOOGLE, table, method('A'), { parameters: {}, body: '{"a":1}' }).ok).toBe(true);
    expect(buildRequest(GOOGLE, table, method('C'), { parameters: {}, body: deep }).ok).toBe(true);
  });
});
