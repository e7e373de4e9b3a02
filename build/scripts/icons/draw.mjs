/** Inside Electron: `draw.mjs <file.svg> <size>…` prints one line, { "<size>": "<PNG in base64>" }. */
import { readFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

const words = process.argv.slice(process.argv.findIndex((word) => word.endsWith('draw.mjs')) + 1);
const [file = '', ...sizes] = words;

/** Runs in the page. A canvas keeps the transparent corners, which a screenshot would not.
 * @param {string} svg
 * @param {number[]} sides
 */
async function draw(svg, sides) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;base64,${btoa(svg)}`;
  await picture.decode();
  return Object.fromEntries(
    sides.map((side) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = side;
      canvas.getContext('2d')?.drawImage(picture, 0, 0, side, side);
      return [side, canvas.toDataURL('image/png').split(',')[1]];
    }),
  );
}

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  const svg = readFileSync(file, 'utf8').replace('<svg ', '<svg width="1024" height="1024" ');
  const call = `(${draw.toString()})(${JSON.stringify(svg)}, ${JSON.stringify(sizes.map(Number))})`;
  const pictures = await window.webContents.executeJavaScript(call);
  process.stdout.write(`${JSON.stringify(pictures)}\n`, () => app.exit(0));
});
