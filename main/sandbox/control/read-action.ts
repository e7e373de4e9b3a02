import type { ClientFlags, ClientRegistration, SandboxAction } from '../faults.ts';

type Body = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isTexts: Check = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isFields: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Up to a million: more is no calendar. */
const isAmount: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const flagChecks: Readonly<Record<keyof ClientFlags, Check>> = {
  verified: optional(isFlag),
  testing: optional(isFlag),
  testUsers: optional(isTexts),
  internalDomain: optional((value) => value === null || isText(value)),
  deleted: optional(isFlag),
  disabled: optional(isFlag),
};

const registrationChecks: Readonly<Record<keyof ClientRegistration, Check>> = {
  ...flagChecks,
  kind: (value) => value === 'installed' || value === 'web',
  projectNumber: optional((value) => typeof value === 'string' && /^\d{6,20}$/.test(value)),
  projectId: optional(isText),
  redirectUris: optional(isTexts),
};

const calendarChecks: Readonly<Record<string, Check>> = { type: isText, calendarId: isText, account: optional(isText) };

/** What each action on a calendar needs beside the calendar. */
const calendarActions: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'change-event': { eventId: isText, fields: isFields },
  'remove-event': { eventId: isText },
  'add-event': { fields: isFields },
  'fill-calendar': { events: isAmount, days: (value) => isAmount(value) && value !== 0 },
};

/** Reads the body of POST actions, or undefined when it is none. */
export function readAction(body: Body): SandboxAction | undefined {
  switch (body['type']) {
    case 'reset':
    case 'issued':
    case 'requests':
      return { type: body['type'] };
    case 'expire-access-tokens':
    case 'revoke-from-afar':
      return optional(isText)(body['account']) && optional(isText)(body['projectNumber']) ? (body as SandboxAction) : undefined;
    case 'register-client':
      return fits(body['client'], registrationChecks) ? (body as SandboxAction) : undefined;
    case 'update-client':
      return isText(body['clientId']) && fits(body['flags'], flagChecks) ? (body as SandboxAction) : undefined;
    case 'change-event':
    case 'remove-event':
    case 'add-event':
    case 'fill-calendar':
      return fits(body, { ...calendarChecks, ...calendarActions[body['type']] }) ? (body as SandboxAction) : undefined;
    default:
      return undefined;
  }
}

function fits(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Body;
  return Object.keys(fields).every((name) => Object.hasOwn(checks, name)) && Object.entries(checks).every(([name, check]) => check(fields[name]));
}
