#!/usr/bin/env node
/**
 * Makes a method table out of a Google Discovery document: facts only (ids, paths, parameters, scopes, shapes), none of its prose. The
 * document is read by the app's own reader, so that a shipped table and a fetched document mean the same.
 * Usage: node build/scripts/make-method-table.mjs <discovery.json> <out.json>
 * The layout keeps one parameter, one property and one short method part per line, so that a new Discovery revision gives a readable diff.
 * The table of the Directory API is a hand-picked part of what this makes: the one method that is used.
 * https://developers.google.com/discovery/v1/reference/apis
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { factsOf, print } from './lib/method-table-file.mjs';

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  console.error('usage: make-method-table.mjs <discovery.json> <out.json>');
  process.exit(2);
}
/**
 * @typedef {{ ok: true, value: { table: import('./lib/method-table-file.mjs').Table, leftOut: number } } | { ok: false, error: { message: string } }} Read
 * @type {{ module: { readDocument: (text: string, expected: { name: string, version: string, isRoot: (rootUrl: string) => boolean }) => Read } }}
 */
const { module } = await runnerImport(join(import.meta.dirname, '../../main/domain/google/library/read-document.ts'));
const text = readFileSync(input, 'utf8');
/** @type {{ name?: unknown, version?: unknown }} */
const { name, version } = JSON.parse(text);
const read = module.readDocument(text, { name: String(name), version: String(version), isRoot: (rootUrl) => rootUrl.startsWith('https://') });
if (!read.ok) {
  console.error(read.error.message);
  process.exit(1);
}
const table = factsOf(read.value.table);
writeFileSync(output, `${print(table)}\n`);
console.log(`${String(table.methods.length)} methods, ${String(Object.keys(table.schemas).length)} schemas, ${String(read.value.leftOut)} left out`);
