import type { ScriptRequest } from '../domain/scripting/script-request.ts';
import { isVerb, VERBS, type Verb } from './command-words.ts';

export type Shell = 'bash' | 'zsh' | 'fish';
export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

export interface Asked {
  readonly kind: 'ask';
  /** A call's body is read from `bodyFrom` and put in later. */
  readonly request: ScriptRequest;
  /** A path, or `-` for standard input. */
  readonly bodyFrom: string | null;
  readonly output: 'usual' | 'json' | 'table';
  /** False: do not start the app when it is not running. */
  readonly start: boolean;
  readonly timeoutSeconds: number;
}

export type Command =
  | Asked
  | { readonly kind: 'help'; readonly verb: Verb | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'completion'; readonly shell: Shell };

export type Parsed = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly message: string; readonly verb: Verb | null };

const USUAL_TIMEOUT = 120;
const LONGEST_TIMEOUT = 600;

/** Options without a value, and those that take one; `…=value` or the next word. */
const FLAGS: ReadonlySet<string> = new Set(['--json', '--table', '--no-start', '--all-pages', '--help', '--version']);
const VALUED: ReadonlySet<string> = new Set(['--scopes', '--client', '--account', '--param', '--body', '--timeout']);
/** Of which verb an option is; the others are of all. */
const ONLY: Readonly<Record<string, readonly Verb[]>> = {
  '--scopes': ['token', 'header'],
  '--client': ['token', 'header', 'call'],
  '--account': ['call'],
  '--param': ['call'],
  '--body': ['call'],
  '--all-pages': ['call'],
  '--table': ['list'],
};
const SHORT: Readonly<Record<string, string>> = { '-h': '--help', '-p': '--param' };
/** For Electron itself, or read elsewhere. */
const OF_THE_START = /^--(?:user-data-dir|password-store|ozone-platform)=|^--no-sandbox$/;

interface Words {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** In the order given; parameters of a call under their own name. */
  readonly values: readonly (readonly [string, string])[];
}

/** Reads the words of the command. Never throws; one sentence on what is wrong. */
export function parseArguments(words: readonly string[]): Parsed {
  const verb = words.find((word) => !word.startsWith('-'));
  const known = isVerb(verb) ? verb : null;
  const no = (message: string): Parsed => ({ ok: false, message, verb: known });
  const read = sorted(words, known);
  if (typeof read === 'string') return no(read);
  const { positionals, flags, values } = read;
  if (flags.has('--help')) return { ok: true, command: { kind: 'help', verb: known } };
  if (flags.has('--version')) return { ok: true, command: { kind: 'version' } };
  const rest = positionals.slice(1);
  switch (known) {
    case null:
      return no(verb === undefined ? 'Say what to do.' : `There is no command ${verb}: it is one of ${VERBS.join(', ')}.`);
    case 'help':
      return rest.length > 1 ? no('help takes one command.') : help(rest[0], no);
    case 'completion':
      return isShell(rest[0]) && rest.length === 1 ? { ok: true, command: { kind: 'completion', shell: rest[0] } } : no(`Name the shell: ${SHELLS.join(', ')}.`);
    default: {
      const request = requestOf(known, rest, values, flags);
      if (typeof request === 'string') return no(request);
      const timeout = last(values, '--timeout');
      const seconds = timeout === null ? USUAL_TIMEOUT : Number(timeout);
      if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_TIMEOUT) return no(`--timeout takes whole seconds from 1 to ${LONGEST_TIMEOUT}.`);
      if (flags.has('--json') && flags.has('--table')) return no('Choose --json or --table.');
      const output = flags.has('--json') ? 'json' : flags.has('--table') ? 'table' : 'usual';
      return { ok: true, command: { kind: 'ask', request, bodyFrom: bodySource(values), output, start: !flags.has('--no-start'), timeoutSeconds: seconds } };
    }
  }
}

function help(topic: string | undefined, no: (message: string) => Parsed): Parsed {
  if (topic === undefined) return { ok: true, command: { kind: 'help', verb: null } };
  return isVerb(topic) ? { ok: true, command: { kind: 'help', verb: topic } } : no(`There is no command ${topic}: it is one of ${VERBS.join(', ')}.`);
}

/** Sorts the words, or says what is wrong with them. */
function sorted(words: readonly string[], verb: Verb | null): Words | string {
  const positionals: string[] = [];
  const flags = new Set<string>();
  const values: (readonly [string, string])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      positionals.push(...words.slice(at + 1));
      break;
    }
    if (OF_THE_START.test(word)) continue;
    if (!word.startsWith('-') || word === '-') {
      positionals.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const given = equals === -1 ? word : word.slice(0, equals);
    const name = SHORT[given] ?? given;
    const only = ONLY[name];
    if (only !== undefined && verb !== null && !only.includes(verb)) return `${verb} has no option ${name}.`;
    if (FLAGS.has(name)) {
      if (equals !== -1) return `${name} takes no value.`;
      flags.add(name);
      continue;
    }
    // What a call does not know itself is a parameter of the method.
    if (!VALUED.has(name) && (verb !== 'call' || !/^--[A-Za-z$]/.test(name))) return `There is no option ${given}.`;
    const value = equals === -1 ? words[++at] : word.slice(equals + 1);
    if (value === undefined || (equals === -1 && value.startsWith('--'))) return `${given} needs a value.`;
    values.push([name, value]);
  }
  return { positionals, flags, values };
}

function requestOf(verb: 'token' | 'header' | 'list' | 'call', rest: readonly string[], values: Words['values'], flags: Words['flags']): ScriptRequest | string {
  const client = last(values, '--client');
  if (client === '') return '--client needs a value.';
  switch (verb) {
    case 'list':
      return rest.length > 0 ? 'list takes no account: it lists all of them.' : { verb };
    case 'token':
    case 'header': {
      const [account = '', ...more] = rest;
      if (account === '') return `Name the account: grantdesk ${verb} ada@example.com`;
      if (more.length > 0) return `${verb} takes one account; several scopes are joined by commas.`;
      const given = values.filter(([name]) => name === '--scopes');
      const scopes = given.flatMap(([, text]) => text.split(/[\s,]+/)).filter((scope) => scope !== '');
      if (given.length > 0 && scopes.length === 0) return '--scopes needs at least one scope.';
      return { verb, account, client, scopes: given.length === 0 ? null : [...new Set(scopes)] };
    }
    case 'call': {
      const [api = '', method = '', ...more] = rest;
      if (api === '' || method === '') return 'Name the API and the method: grantdesk call calendar events.list';
      if (more.length > 0) return `call takes an API and a method; a value belongs to a parameter: --calendarId primary`;
      const parameters = parametersOf(values);
      if (typeof parameters === 'string') return parameters;
      const account = last(values, '--account');
      if (account === '') return '--account needs a value.';
      const body = last(values, '--body');
      return { verb, account, client, api, method, parameters, body: body === null || bodySource(values) !== null ? null : body, allPages: flags.has('--all-pages') };
    }
  }
}

function parametersOf(values: Words['values']): Readonly<Record<string, readonly string[]>> | string {
  const parameters = new Map<string, string[]>();
  for (const [option, text] of values) {
    if (VALUED.has(option) && option !== '--param') continue;
    const equals = text.indexOf('=');
    if (option === '--param' && equals < 1) return '--param takes name=value.';
    const [name, value] = option === '--param' ? [text.slice(0, equals), text.slice(equals + 1)] : [option.slice(2), text];
    parameters.set(name, [...(parameters.get(name) ?? []), value]);
  }
  return Object.fromEntries(parameters);
}

/** `@file` or `-`. */
function bodySource(values: Words['values']): string | null {
  const body = last(values, '--body');
  if (body === '-') return '-';
  return body?.startsWith('@') === true ? body.slice(1) : null;
}

function last(values: Words['values'], name: string): string | null {
  return values.findLast(([option]) => option === name)?.[1] ?? null;
}

function isShell(word: string | undefined): word is Shell {
  return (SHELLS as readonly (string | undefined)[]).includes(word);
}
