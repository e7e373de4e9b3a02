/** `npm run icons`: draws build/icons/icon.svg at every size that the three systems want, and packs .ico and .icns. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fail, say } from '../lib/say.mjs';
import { at } from '../lib/root.mjs';
import { output } from '../lib/run.mjs';
import { prepare } from '../prepare.mjs';
import { hasDisplay } from '../session.mjs';
import { icns, ico } from './containers.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

try {
  const headless = !hasDisplay();
  const { env, executable, appArguments } = await prepare({ headless });
  const drawing = [executable, ...appArguments, at('build/scripts/icons/draw.mjs'), at('build/icons/icon.svg'), ...sizes];
  const inSession = [process.execPath, at('build/scripts/session.mjs'), ...drawing];
  const [command = '', ...args] = (headless ? inSession : drawing).map(String);
  const lines = (await output(command, args, { env, within: 60_000 })).split('\n');
  const drawn = lines.find((line) => line.startsWith('{'));
  if (drawn === undefined) throw new Error(`Nothing was drawn: ${lines.join(' ')}`);
  const pictures = new Map(Object.entries(JSON.parse(drawn)).map(([size, data]) => [Number(size), Buffer.from(data, 'base64')]));
  for (const [size, png] of pictures) writeFileSync(at(`build/icons/${size}x${size}.png`), png);
  writeFileSync(at('build/icons/icon.ico'), ico(pictures));
  writeFileSync(at('build/icons/icon.icns'), icns(pictures));
  say(`Drew ${pictures.size} pictures from ${readFileSync(at('build/icons/icon.svg')).length} bytes of SVG.`);
} catch (error) {
  fail(error);
}
