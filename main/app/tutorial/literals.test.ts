import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { TutorialFacts } from '../../domain/tutorial/facts.ts';
import { program } from '../../domain/tutorial/tutorial.ts';

const shapeOf = join(import.meta.dirname, '../../../build/python/shape_of.py');

/** Kinds of nodes and texts of a program, in order, as a language reads it. */
type Shape = readonly [kinds: readonly (string | number)[], texts: readonly string[]];

function pythonShapes(programs: readonly string[]): readonly Shape[] {
  const { stdout, stderr } = spawnSync('/usr/bin/python3', [shapeOf], { input: JSON.stringify(programs), encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as readonly Shape[];
}

function nodeShape(text: string): Shape {
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, fileName: 'program.mjs', compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } });
  expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  const kinds: number[] = [];
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    kinds.push(node.kind);
    if (ts.isStringLiteral(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('program.mjs', text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS));
  return [kinds, texts];
}

/** Whatever could end a literal, a comment or a line, or change how a file is read. */
const special = fc.constantFrom('"', "'", '\\', '\n', '\r', '\u2028', '\u2029', '\u0085', '"""', '`', '${', '#', '//', '*/', '%s', '{}', '\0', '\ufeff', '\u202e', '\ud83c', '🎻', 'ü', '-*- coding: utf-7 -*-', '+AAo-');
const hostile = fc.array(fc.oneof(special, fc.string({ unit: 'binary', maxLength: 8 })), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
/** An address that a client may have registered: parts of it are anybody's. */
const redirect = fc.oneof(hostile.map((text) => `http://127.0.0.1:8085/${text}`), hostile.map((text) => `https://app.example/?${text}`), hostile);

const facts = fc.record({
  client: fc.record({ clientId: hostile, type: fc.constantFrom('installed' as const, 'web' as const), projectId: fc.option(hostile), redirectUris: fc.array(redirect, { maxLength: 2 }) }),
  email: fc.option(hostile),
  scopes: fc.array(hostile, { minLength: 1, maxLength: 3 }),
  group: hostile,
});

/** The same program with nothing odd in it. */
function tame(of: TutorialFacts): TutorialFacts {
  return { ...of, client: { ...of.client, clientId: 'client', projectId: of.client.projectId === null ? null : 'project' }, email: of.email === null ? null : 'an email', scopes: of.scopes.map((_scope, at) => `scope ${String(at)}`), group: 'a group' };
}

function expectSame(hostileShape: Shape | undefined, tameShape: Shape | undefined, of: TutorialFacts): void {
  expect(hostileShape?.[0]).toEqual(tameShape?.[0]);
  const shown = new Map([['an email', of.email ?? ''], ['a group', of.group], ...of.scopes.map((scope, at): [string, string] => [`scope ${String(at)}`, scope])]);
  expect(hostileShape?.[1]).toEqual(tameShape?.[1].map((text) => shown.get(text) ?? text));
}

describe('what is filled in stays inside its literal', () => {
  it('of Python, then and today', () => {
    const made = fc.sample(facts, { numRuns: 300, seed: 7 });
    for (const language of ['python2013', 'python'] as const) {
      const shapes = pythonShapes(made.flatMap((one) => [program(one, language), program(tame(one), language)]));
      for (const [at, one] of made.entries()) expectSame(shapes[2 * at], shapes[2 * at + 1], one);
    }
  });

  it('of Node.js', () => {
    fc.assert(
      fc.property(facts, (one) => {
        expectSame(nodeShape(program(one, 'node')), nodeShape(program(tame(one), 'node')), one);
      }),
      { numRuns: 200 },
    );
  });

  it('and nothing is hidden from the eye', () => {
    fc.assert(
      fc.property(facts, (one) => {
        for (const language of ['python2013', 'python', 'node'] as const) expect(program(one, language)).not.toMatch(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/);
      }),
    );
  });
});
