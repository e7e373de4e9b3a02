import { describe, it } from 'vitest';
import { calendarV3, directoryV1, groupsSettingsV1 } from '../google/methods/method-table.ts';
import { GOOGLE, standInEndpoints } from '../oauth/endpoints.ts';
import { neverLeavesHome, sendsWhatWasTyped } from './testing/call-properties.ts';

const standIn = standInEndpoints('http://127.0.0.1:5000') ?? GOOGLE;
const methods = [calendarV3, groupsSettingsV1, directoryV1].flatMap((table) => table.methods.map((method) => [method.id, table, method] as const));

describe.each(methods)('a call of %s', (_id, table, method) => {
  it('sends every value as it was typed', () => {
    sendsWhatWasTyped(GOOGLE, table, method, 30);
    sendsWhatWasTyped(standIn, table, method, 10);
  });

  it('never leaves its API, whatever is typed', () => {
    neverLeavesHome(GOOGLE, table, method, 60);
    neverLeavesHome(standIn, table, method, 20);
  });
});
