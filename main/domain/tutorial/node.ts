import { sourceText } from '../shared/source-text.ts';
import { clientNote, listed, refusedNote } from './code-parts.ts';
import { comesBack, refusedCalls, type ComesBack, type TutorialFacts } from './facts.ts';
import type { StepCode } from './step.ts';

/** The same today for Node.js: google-auth-library, and nothing else from elsewhere. */
export function nodeToday(facts: TutorialFacts): StepCode {
  const refused = refusedCalls(facts);
  return {
    flow: `// npm install google-auth-library; save the program as tutorial.mjs
import { readFile } from 'node:fs/promises';
import { OAuth2Client } from 'google-auth-library';

const SCOPES = [
${listed(facts.scopes, '  ')}];

${clientNote('//', facts)}const file = JSON.parse(await readFile('client_secrets.json', 'utf8'));
const { client_id: clientId, client_secret: clientSecret } = file.installed ?? file.web;
const client = new OAuth2Client({ clientId, clientSecret });
`,
    storage: `import { rename, writeFile } from 'node:fs/promises';

const TOKEN_FILE = 'token.json';

async function load() {
  try {
    return JSON.parse(await readFile(TOKEN_FILE, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

async function save({ refresh_token }) {
  const kept = { type: 'authorized_user', client_id: clientId, client_secret: clientSecret, refresh_token };
  // Whole or not at all, and for its owner only.
  await writeFile(\`\${TOKEN_FILE}.new\`, JSON.stringify(kept), { mode: 0o600 });
  await rename(\`\${TOKEN_FILE}.new\`, TOKEN_FILE);
}

const stored = await load();
`,
    run: run(comesBack(facts), facts),
    credentials: `try {
  await client.getAccessToken();
} catch (error) {
  // Anything else is an outage: the sign-in is still good, try again later.
  if (error.response?.data?.error !== 'invalid_grant') throw error;
  console.error(\`The sign-in has ended. Delete \${TOKEN_FILE} and start again.\`);
  process.exit(1);
}
console.log('Access token ends at', new Date(client.credentials.expiry_date).toISOString());
`,
    authorize: `async function get(url, params) {
  const { data } = await client.request({ url, params, timeout: 60_000 });
  return data;
}
`,
    build: `${refused.events ? refusedNote('//', facts) : ''}const events = await get('https://www.googleapis.com/calendar/v3/calendars/primary/events', {
  timeMin: new Date().toISOString(),
  maxResults: 10,
  singleEvents: true,
  orderBy: 'startTime',
});
for (const { start, summary } of events.items) console.log(start.dateTime ?? start.date, summary ?? '(no title)');

${refused.group ? refusedNote('//', facts) : ''}const address = encodeURIComponent(${sourceText(facts.group)});
const group = await get(\`https://www.googleapis.com/groups/v1/groups/\${address}\`, { alt: 'json' });
console.log(group.email, group.whoCanJoin);
`,
  };
}

function run(back: ComesBack, { email }: TutorialFacts): string {
  const hint = email === null ? '' : `    login_hint: ${sourceText(email)},\n`;
  return `import { randomBytes } from 'node:crypto';
${back.kind === 'paste' ? "import { createInterface } from 'node:readline/promises';" : "import { createServer } from 'node:http';"}

async function ask(redirectUri, wait) {
  const state = randomBytes(32).toString('base64url');
  const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
  const address = client.generateAuthUrl({
    redirect_uri: redirectUri,
    scope: SCOPES,
    access_type: 'offline',
    prompt: 'consent',
${hint}    state,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  });
  console.log('Open in a browser:', address);
  const answer = await wait((query) => query.get('state') === state);
  if (answer.has('error')) throw new Error(\`Google answered \${answer.get('error')}.\`);
  const { tokens } = await client.getToken({ code: answer.get('code'), codeVerifier, redirect_uri: redirectUri });
  return tokens;
}

${back.kind === 'paste' ? pasted(back.uri) : listening(back)}
if (stored === null) {
  const tokens = await signIn();
  client.setCredentials(tokens);
  await save(tokens);
} else {
  client.setCredentials({ refresh_token: stored.refresh_token });
}
`;
}

/** Unlike the run() of 2013 it answers strays with 404 and goes on waiting. */
function listening(back: Exclude<ComesBack, { kind: 'paste' }>): string {
  const [host, port, path] = back.kind === 'listen' ? [back.host, back.port, back.path] : ['127.0.0.1', 0, '/'];
  return `async function signIn() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(${String(port)}, ${sourceText(host)}, resolve);
  });
  const redirectUri = ${back.kind === 'listen' ? sourceText(back.uri) : '`http://127.0.0.1:${server.address().port}/`'};
  const wait = (isAnswer) =>
    new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error('Nobody came back within five minutes.')), 300_000);
      server.on('request', (request, response) => {
        const [path, text] = request.url.split('?');
        const query = new URLSearchParams(text);
        // A favicon, a prefetch, or the answer to somebody else's question: not ours, so wait on.
        if (path !== ${sourceText(path)} || !isAnswer(query)) return response.writeHead(404).end();
        clearTimeout(deadline);
        response.end('You can close this page.');
        resolve(query);
      });
    });
  try {
    return await ask(redirectUri, wait);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
`;
}

function pasted(uri: string): string {
  return `async function signIn() {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const wait = async (isAnswer) => {
    const query = new URL((await lines.question('Paste the address it ends at: ')).trim()).searchParams;
    if (!isAnswer(query)) throw new Error('This is not the answer to the question above.');
    return query;
  };
  try {
    return await ask(${sourceText(uri)}, wait);
  } finally {
    lines.close();
  }
}
`;
}
