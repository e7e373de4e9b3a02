/**
 * The arrows of ARCHITECTURE.md as path zones: files below `target` may import of our own code only what `may` lists.
 * @param {string} target
 * @param {string[]} may
 * @param {string} message
 */
function zone(target, may, message) {
  const inside = (/** @type {string} */ folder) => may.some((one) => one === folder || folder.startsWith(`${one}/`));
  const from = territories.filter((one) => !inside(one) && one !== target && !one.startsWith(`${target}/`));
  // A territory that contains an allowed one is closed apart from that part.
  return from.map((one) => ({
    target: `./${target}`,
    from: `./${one}`,
    except: may.filter((part) => part.startsWith(`${one}/`)).map((part) => `./${part.slice(one.length + 1)}`),
    message,
  }));
}

/** Every part of the house; nested ones come after the part that holds them. */
const territories = ['main', 'preload', 'renderer', 'e2e', 'build'];

export const zones = [
  ...zone('preload/contract', ['preload/contract'], 'The contract imports nothing of ours.'),
  ...zone('main/domain', ['main/domain'], 'The domain imports nothing of ours.'),
  ...zone('renderer', ['preload/contract'], 'The renderer knows the contract and nothing else of ours.'),
  ...zone(
    'main/ipc',
    ['main/ipc', 'main/domain', 'preload/contract'],
    'A handler knows the contract and the domain; what it serves is given to it by main/app.',
  ),
  ...zone(
    'main/adapters',
    ['main/adapters', 'main/domain'],
    'An adapter implements ports of the domain and knows nothing else of ours.',
  ),
  ...zone(
    'main/cli',
    ['main/cli', 'main/adapters', 'main/domain'],
    'The command knows the domain and adapters, and nothing of the app it asks.',
  ),
  ...['main/security', 'main/windows'].flatMap((part) =>
    zone(
      part,
      ['main/security', 'main/windows', 'main/domain', 'preload/contract'],
      'main/security and main/windows stand below main/app.',
    ),
  ),
  ...zone(
    'main/sandbox',
    ['main/sandbox', 'main/domain'],
    'The stand-in for Google runs in a process of its own and knows nothing of the app.',
  ),
  ...['main/index.ts', 'main/app'].flatMap((part) =>
    zone(part, ['main', 'preload/contract'], 'The main process sees main and the contract.'),
  ),
  {
    target: './preload/index.ts',
    from: ['./main', './renderer', './e2e', './build'],
    message: 'The preload script knows the contract and nothing else of ours.',
  },
  {
    target: './e2e',
    from: ['./renderer', './build', './main/app', './main/ipc', './main/adapters', './main/security', './main/windows'],
    message: 'Journeys run the built app: they may know the contract and the stand-in for Google only.',
  },
  {
    target: './build',
    from: ['./renderer', './e2e', './main', './preload'],
    message: 'Build code imports nothing of the product.',
  },
];
