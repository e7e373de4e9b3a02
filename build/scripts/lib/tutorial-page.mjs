/**
 * One step as the app gives it.
 * @typedef {{ step: string, title: string, what: string, changed: readonly string[], here: string, code: Readonly<Record<string, string>> }} Part
 * @typedef {{ clientFile: string, parts: readonly Part[] }} Tutorial
 */

/**
 * The screen of each step, as docs/screens has it, and what it shows.
 * @type {Readonly<Record<string, readonly [file: string, alt: string]>>}
 */
const SCREENS = {
  flow: ['clients', 'Clients, each with its redirect address'],
  storage: ['settings', 'Settings, with Credential storage'],
  run: ['scope-picker', 'The scope picker'],
  credentials: ['authorization', 'An authorization: what was granted and how long it lasts'],
  authorize: ['authorization', 'The same page: test calls stand at its right'],
  build: ['explorer', 'The API Explorer with a method’s form'],
};

/** @type {readonly (readonly [language: string, title: string, fence: string])[]} */
const LANGUAGES = [
  ['python2013', '2013', 'python'],
  ['python', 'Python today', 'python'],
  ['node', 'Node.js today', 'js'],
];

/**
 * The tutorial as a page of docs.
 * @param {Tutorial} tutorial
 */
export function tutorialPage({ clientFile, parts }) {
  const head = `<!-- Made by build/scripts/make-tutorial.mjs. Change main/domain/tutorial, then run it again. -->

# The tutorial, again

In 2013 Google's tutorial for Python took six steps from a client file to a calendar and a group's settings. Here they are again: as they were,
as they are today in Python and in Node.js, and where Grantdesk does the same. All blocks under one name, one after the other, are a whole program.

The page \`Tutorial\` of the app shows the same with your own client, account and scopes filled in.

Every program reads \`client_secrets.json\`, the file that the Cloud console gives out for an OAuth client:

${fenced('json', clientFile)}
`;
  return head + parts.map((part, at) => step(part, at + 1)).join('');
}

/**
 * @param {Part} part
 * @param {number} number
 */
function step({ step: id, title, what, changed, here, code }, number) {
  const [file, alt] = SCREENS[id] ?? [];
  if (file === undefined) throw new Error(`The step ${id} has no screen.`);
  const blocks = LANGUAGES.map(([language, name, fence]) => `**${name}**\n\n${fenced(fence, code[language] ?? '')}`);
  return `
## ${String(number)}. ${title}

${what}

Since 2013:

${changed.map((one) => `- ${one}`).join('\n')}

${blocks.join('\n\n')}

**In Grantdesk.** ${here}

![${alt}](screens/${file}.light.png)
`;
}

/**
 * @param {string} language
 * @param {string} text
 */
function fenced(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
