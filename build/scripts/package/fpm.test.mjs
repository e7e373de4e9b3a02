import { expect, it } from 'vitest';
import { control, parse } from './fpm.mjs';

const args = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'xdg-utils', '--deb-recommends', 'gnome-keyring'],
  ...['--deb-compression', 'xz', '--architecture', 'amd64', '--name', 'grantdesk', '--version=0.1.0'],
  ...['--maintainer', 'Grantdesk contributors <a@b.invalid>', '--url', 'https://x.invalid/?a=b'],
  ...['--description', 'Short\n \n Long text', '/tmp/app/=/opt/Grantdesk', '/tmp/a=b.png=/usr/share/a.png'],
];

it('reads the options and files that electron-builder gives', () => {
  const { options, files } = parse(args);
  expect(options.get('-d')).toEqual(['libnss3', 'xdg-utils']);
  expect(options.get('--url')).toEqual(['https://x.invalid/?a=b']);
  expect(files).toEqual([
    { from: '/tmp/app/', to: '/opt/Grantdesk' },
    { from: '/tmp/a=b.png', to: '/usr/share/a.png' },
  ]);
});

it('writes a control file that Debian accepts', () => {
  expect(control(parse(args).options, 1234)).toBe(
    [
      'Package: grantdesk',
      'Version: 0.1.0',
      'Architecture: amd64',
      'Maintainer: Grantdesk contributors <a@b.invalid>',
      'Installed-Size: 1234',
      'Depends: libnss3, xdg-utils',
      'Recommends: gnome-keyring',
      'Section: utils',
      'Priority: optional',
      'Homepage: https://x.invalid/?a=b',
      'Description: Short',
      ' .',
      ' Long text',
      '',
    ].join('\n'),
  );
});
