import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The real library, told where the stand-in for Google is: by its own option for its own calls, by address for those of APIs. */
const LIBRARY = `
import { OAuth2Client as Real } from ${JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve('google-auth-library')).href)};
const origin = process.env.STAND_IN_ORIGIN;
export class OAuth2Client extends Real {
  constructor(options) {
    super({ ...options, endpoints: { oauth2AuthBaseUrl: origin + '/o/oauth2/v2/auth', oauth2TokenUrl: origin + '/token' } });
  }
  request(options) {
    return super.request({ ...options, url: String(options.url).replace(/^https:\\/\\/[a-z0-9-]+\\.googleapis\\.com(?=\\/)/, origin) });
  }
}
`;

/** Puts google-auth-library where a program in `folder` finds it. */
export async function installLibrary(folder: string): Promise<void> {
  const home = join(folder, 'node_modules/google-auth-library');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'google-auth-library', version: '0.0.0', type: 'module', exports: './index.js' }));
  await writeFile(join(home, 'index.js'), LIBRARY);
}
