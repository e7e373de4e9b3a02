/**
 * `node build/scripts/python-readers.mjs`: installs, or names, the Debian packages of the Python libraries whose files the app reads and writes.
 * The tests hand exported files to the real libraries.
 */
import { pathToFileURL } from 'node:url';
import { output } from './lib/run.mjs';
import { fail, say } from './lib/say.mjs';
import { installPackages } from './system-deps.mjs';

/** Debian's interpreter: any other lacks its packages. */
const python = '/usr/bin/python3';
const packages = ['python3-oauth2client', 'python3-google-auth', 'python3-google-auth-httplib2', 'python3-google-auth-oauthlib', 'python3-googleapi', 'python3-requests'];

export async function ensurePythonReaders() {
  if (process.platform !== 'linux' || (await there())) return;
  await installPackages(packages);
}

async function there() {
  const asked = output(python, ['-c', 'import oauth2client, google.auth, google_auth_httplib2, google_auth_oauthlib, googleapiclient, requests'], { within: 60_000 });
  return await asked.then(
    () => true,
    () => false,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensurePythonReaders();
    say('The Python libraries are there.');
  } catch (error) {
    fail(error);
  }
}
