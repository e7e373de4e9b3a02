import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, itemsOf, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { authorize } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
let token: string;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  ({ access: token } = await authorize(sandbox.origin, { scopes: ['calendar', 'apps.groups.settings'] }));
});
afterEach(() => sandbox.close());

const events = '/calendar/v3/calendars/primary/events';
const get = (path: string): Promise<ApiAnswer> => call(sandbox.origin, token, path);

describe('quotaExceeded and 412', () => {
  it('quotaExceeded is a 403 of usageLimits', async () => {
    await sandbox.faults({ api: { kind: 'quotaExceeded' } });
    const answer = await get('/calendar/v3/users/me/calendarList');
    expect([answer.status, reasonOf(answer)]).toEqual([403, 'quotaExceeded']);
    expect(answer.text).toContain('"domain": "usageLimits"');
  });

  it('412 waits for a write with If-Match and hits it once', async () => {
    const times = { start: { date: '2026-03-17' }, end: { date: '2026-03-18' } };
    const made = await call(sandbox.origin, token, events, { method: 'POST', body: times });
    await sandbox.faults({ api: { kind: '412', times: 1 } });
    expect((await get(`${events}/${String(made.body['id'])}`)).status).toBe(200);
    const patch = (headers: Record<string, string>): Promise<ApiAnswer> =>
      call(sandbox.origin, token, `${events}/${String(made.body['id'])}`, { method: 'PATCH', body: { summary: 'x' }, headers });
    expect((await patch({})).status).toBe(200);
    expect(reasonOf(await patch({ 'if-match': '*' }))).toBe('conditionNotMet');
    expect((await patch({ 'if-match': '*' })).status).toBe(200);
  });
});

describe('pages and sync tokens', () => {
  it('emptyPages puts an empty page before every full one', async () => {
    await sandbox.faults({ emptyPages: true });
    const sizes: number[] = [];
    let pageToken = '';
    do {
      const page = await get(`/calendar/v3/users/me/calendarList?maxResults=2${pageToken === '' ? '' : `&pageToken=${pageToken}`}`);
      sizes.push(itemsOf(page).length);
      pageToken = (page.body['nextPageToken'] ?? '') as string;
    } while (pageToken !== '');
    expect(sizes).toEqual([0, 2, 0, 2, 0, 1]);
  });

  it('syncTokenGone can be over after some times', async () => {
    const { body } = await get(`${events}?maxResults=2500`);
    await sandbox.faults({ syncTokenGone: { times: 2 } });
    const sync = async (): Promise<number> => (await get(`${events}?syncToken=${String(body['nextSyncToken'])}`)).status;
    expect([await sync(), await sync(), await sync()]).toEqual([410, 410, 200]);
    await expect(sandbox.faults({ syncTokenGone: { times: -1 } })).rejects.toThrow('syncTokenGone');
  });
});

describe('oddData', () => {
  it('fills a list with what is no event, within what a client may refuse to read', async () => {
    await sandbox.faults({ oddData: true });
    const answer = await get(`${events}?singleEvents=true&maxResults=2500&prettyPrint=false`);
    expect(answer.text.length).toBeGreaterThan(10_000_000);
    expect(Buffer.byteLength(answer.text)).toBeLessThan(10 * 1024 * 1024);
    const items = itemsOf(answer) as readonly unknown[];
    expect(items).toContain(null);
    expect(answer.text).toContain('"__proto__":{"polluted":true}');
    const ids = items.map((item) => (item as { readonly id?: unknown } | null)?.id);
    expect(ids.filter((id) => id === 'odd0twice')).toHaveLength(2);
    // The good ones are still among them.
    expect(items.length).toBeGreaterThan(300);
    const html = await get(`${events}/odd0html`);
    expect(String(html.body['description'])).toContain('onerror=');
    const sync = await get(`${events}?singleEvents=true&syncToken=${String(answer.body['nextSyncToken'])}`);
    expect(itemsOf(sync)).toEqual([]);
  });

  it('spoils the list of calendars, the settings and the groups', async () => {
    await sandbox.faults({ oddData: true });
    const entries = itemsOf(await get('/calendar/v3/users/me/calendarList')) as readonly unknown[];
    expect(entries).toContain('a calendar');
    expect((await get('/calendar/v3/users/me/settings/weekStart')).body['value']).toBe('someday');
    const group = await get('/groups/v1/groups/choir%40harbor.example?alt=json');
    expect(group.body).toMatchObject({ isArchived: true, whoCanViewGroup: null });
    expect(Object.keys(group.body)).toContain('__proto__');
  });

  it('leaves everything as it was once it is off', async () => {
    await sandbox.faults({ oddData: true });
    await sandbox.faults({});
    expect((await get(`${events}/odd0html`)).status).toBe(404);
    expect(itemsOf(await get('/calendar/v3/users/me/calendarList'))).toHaveLength(5);
  });
});

describe('groupsAtom', () => {
  it('answers reads and writes in XML although JSON is asked for', async () => {
    await sandbox.faults({ groupsAtom: true });
    for (const method of ['GET', 'PATCH']) {
      const answer = await call(sandbox.origin, token, '/groups/v1/groups/choir%40harbor.example?alt=json', { method, ...(method === 'GET' ? {} : { body: { name: 'Choir' } }) });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=UTF-8']);
    }
  });
});

describe('the request log', () => {
  it('says what a write was told and which fields it named, not their values', async () => {
    await call(sandbox.origin, token, `${events}?sendUpdates=externalOnly&conferenceDataVersion=1`, {
      method: 'POST',
      body: { summary: 'Something private', start: { date: '2026-03-17' }, end: { date: '2026-03-18' } },
    });
    const { requests } = (await sandbox.act({ type: 'requests' })) as { readonly requests: readonly { readonly parameters: Readonly<Record<string, string>> }[] };
    expect(requests.at(-1)?.parameters).toEqual({ sendUpdates: 'externalOnly', conferenceDataVersion: '1', body: 'end,start,summary' });
    expect(JSON.stringify(requests)).not.toContain('Something private');
  });
});
