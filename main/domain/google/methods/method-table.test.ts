import { describe, expect, it } from 'vitest';
import { calendarV3, directoryV1, findMethod, groupsSettingsV1 } from './method-table.ts';

const prefix = 'https://www.googleapis.com/auth/';

describe('the method tables', () => {
  it('hold every method of both APIs once', () => {
    expect(calendarV3.methods).toHaveLength(38);
    expect(groupsSettingsV1.methods.map((method) => method.httpMethod).sort()).toEqual(['GET', 'PATCH', 'PUT']);
    for (const table of [calendarV3, groupsSettingsV1, directoryV1]) {
      expect(new Set(table.methods.map((method) => method.id)).size).toBe(table.methods.length);
    }
  });

  it('give scopes as full URLs, and the traps between neighbours', () => {
    expect(findMethod(calendarV3, 'calendar.acl.list')?.scopes).toEqual(
      ['calendar', 'calendar.acls', 'calendar.acls.readonly'].map((scope) => prefix + scope),
    );
    expect(findMethod(calendarV3, 'calendar.acl.get')?.scopes).toContain(`${prefix}calendar.readonly`);
    expect(findMethod(calendarV3, 'calendar.calendarList.list')?.scopes).not.toContain(`${prefix}calendar.events`);
    expect(groupsSettingsV1.scopes).toEqual([`${prefix}apps.groups.settings`]);
  });

  it('list path parameters that the template really has, in form order', () => {
    for (const method of [...calendarV3.methods, ...groupsSettingsV1.methods, ...directoryV1.methods]) {
      const named = [...method.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const listed = Object.entries(method.parameters).filter(([, parameter]) => parameter.location === 'path');
      expect(listed.map(([name]) => name).sort(), method.id).toEqual([...named].sort());
      const required = Object.entries(method.parameters).filter(([, parameter]) => parameter.required === true);
      expect([...(method.parameterOrder ?? [])].sort(), method.id).toEqual(required.map(([name]) => name).sort());
    }
  });

  it('mark what the documents call deprecated only in prose', () => {
    expect(findMethod(calendarV3, 'calendar.events.insert')?.parameters['sendNotifications']?.deprecated).toBe(true);
    expect(findMethod(calendarV3, 'calendar.events.list')?.parameters['alwaysIncludeEmail']?.deprecated).toBe(true);
    expect(findMethod(calendarV3, 'calendar.events.list')?.parameters['orderBy']?.deprecated).toBeUndefined();
  });

  it('keep the Atom trap visible and resolve every schema they name', () => {
    expect(groupsSettingsV1.parameters['alt']).toMatchObject({ default: 'atom', enum: ['atom', 'json'] });
    for (const table of [calendarV3, groupsSettingsV1, directoryV1]) {
      for (const method of table.methods) {
        for (const name of [method.request, method.response]) {
          if (name !== undefined) expect(table.schemas[name], `${method.id} → ${name}`).toBeDefined();
        }
      }
    }
    expect(calendarV3.schemas['Event']?.properties?.['start']).toMatchObject({ $ref: 'EventDateTime' });
  });

  it('carry no prose', () => {
    expect(JSON.stringify([calendarV3, groupsSettingsV1, directoryV1])).not.toMatch(/description":\s*"|enumDescriptions/);
  });

  it('answer undefined for an unknown id', () => {
    expect(findMethod(calendarV3, 'calendar.events.teleport')).toBeUndefined();
  });
});
