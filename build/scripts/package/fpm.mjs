#!/usr/bin/env node
/**
 * Stands in for fpm where only Debian's tools are there: takes the arguments that electron-builder gives fpm for a deb and
 * calls dpkg-deb. https://www.debian.org/doc/debian-policy/ch-controlfields.html
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const flags = new Set(['--force', '--debug']);

/**
 * @param {string[]} args
 * @returns {{ options: Map<string, string[]>, files: { from: string, to: string }[] }} every option's values, in order
 */
export function parse(args) {
  /** @type {Map<string, string[]>} */
  const options = new Map();
  const files = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (flags.has(arg)) continue;
    if (arg.startsWith('-')) {
      const [name = '', joined] = arg.split(/=(.*)/s);
      options.set(name, [...(options.get(name) ?? []), joined ?? args[++at] ?? '']);
    } else {
      const cut = arg.lastIndexOf('=');
      files.push({ from: arg.slice(0, cut), to: arg.slice(cut + 1) });
    }
  }
  return { options, files };
}

/**
 * The control file.
 * @param {Map<string, string[]>} options
 * @param {number} kilobytes
 */
export function control(options, kilobytes) {
  const one = (/** @type {string} */ name) => options.get(name)?.at(-1);
  const list = (/** @type {string} */ name) => options.get(name)?.join(', ');
  const iteration = one('--iteration');
  const fields = {
    Package: one('--name'),
    Version: `${one('--version')}${iteration === undefined ? '' : `-${iteration}`}`,
    Architecture: one('--architecture'),
    Maintainer: one('--maintainer'),
    'Installed-Size': String(kilobytes),
    Depends: list('-d'),
    Recommends: list('--deb-recommends'),
    Section: one('--category') ?? 'utils',
    Priority: one('--deb-priority') ?? 'optional',
    Homepage: one('--url'),
    Description: description(one('--description') ?? ''),
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

/** Every line after the first starts with one space; an empty one is a dot.
 * @param {string} text
 */
function description(text) {
  const [first = '', ...rest] = text.trim().split('\n');
  return [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
}

/** @param {string[]} args */
function main(args) {
  const { options, files } = parse(args);
  const one = (/** @type {string} */ name) => options.get(name)?.at(-1) ?? '';
  if (one('-t') !== 'deb') throw new Error(`Only debs can be made here, not ${one('-t')}.`);
  process.umask(0o022);
  const stage = mkdtempSync(join(tmpdir(), 'grantdesk-deb-'));
  try {
    chmodSync(stage, 0o755);
    for (const { from, to } of files) {
      // As in fpm: "folder/=place" is the folder's content, "file=place/" keeps the file's name.
      const target = join(stage, to.endsWith('/') && !from.endsWith('/') ? join(to, basename(from)) : to);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(from, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    }
    const kilobytes = Number(execFileSync('du', ['-sk', stage], { encoding: 'utf8' }).split('\t')[0]);
    const folder = join(stage, 'DEBIAN');
    mkdirSync(folder);
    writeFileSync(join(folder, 'control'), control(options, kilobytes));
    for (const [option, name] of /** @type {const} */ ([['--after-install', 'postinst'], ['--after-remove', 'postrm']])) {
      if (options.has(option)) writeFileSync(join(folder, name), readFileSync(one(option)), { mode: 0o755 });
    }
    const compression = one('--deb-compression') || 'xz';
    const how = ['--root-owner-group', `-Z${compression}`, '--build', stage, one('--package')];
    execFileSync('dpkg-deb', how, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 15 * 60_000 });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
