#!/usr/bin/env node
/**
 * Writes docs/tutorial.md: the tutorial of the app, with placeholders in the place of a client.
 * Usage: node build/scripts/make-tutorial.mjs [<out.md>]
 */
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { at } from './lib/root.mjs';
import { tutorialPage } from './lib/tutorial-page.mjs';

/** @type {{ module: { tutorialFacts: (client: null, authorization: null) => unknown } }} */
const facts = await runnerImport(at('main/domain/tutorial/facts.ts'));
/** @type {{ module: { tutorial: (facts: unknown) => import('./lib/tutorial-page.mjs').Tutorial } }} */
const words = await runnerImport(at('main/domain/tutorial/tutorial.ts'));
writeFileSync(process.argv[2] ?? at('docs/tutorial.md'), tutorialPage(words.module.tutorial(facts.module.tutorialFacts(null, null))));
