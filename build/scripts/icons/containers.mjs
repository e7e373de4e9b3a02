/**
 * Windows and macOS keep an icon's sizes in one file each; both formats take whole PNG files as they are.
 * https://learn.microsoft.com/windows/win32/menurc/newheader · https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */

/** @param {Map<number, Buffer>} pictures PNG by side length */
export function ico(pictures) {
  const chosen = [...pictures].filter(([size]) => size <= 256);
  const head = Buffer.alloc(6 + 16 * chosen.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(chosen.length, 4);
  let offset = head.length;
  for (const [at, [size, png]] of chosen.entries()) {
    const entry = 6 + 16 * at;
    // 256 does not fit into the byte and is written as 0.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...chosen.map(([, png]) => png)]);
}

/** Type codes of the sizes; the second code of a size is the same picture for a screen of double density. */
const codes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/** @param {Map<number, Buffer>} pictures PNG by side length */
export function icns(pictures) {
  const blocks = codes.flatMap(([code, size]) => {
    const png = pictures.get(size);
    return png === undefined ? [] : [header(code, png.length), png];
  });
  const body = Buffer.concat(blocks);
  return Buffer.concat([header('icns', body.length), body]);
}

/**
 * @param {string} code
 * @param {number} length of what follows
 */
function header(code, length) {
  const head = Buffer.alloc(8);
  head.write(code, 'latin1');
  head.writeUInt32BE(length + 8, 4);
  return head;
}
