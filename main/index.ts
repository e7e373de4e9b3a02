import { app } from 'electron';
import { commandWords } from './cli/command-words.ts';

// Awaited: Electron holds `ready` back until this module has run. Only one of the two is loaded, so that the command starts fast.
const words = commandWords(process.argv, app.isPackaged);
if (words === null) (await import('./app/main.ts')).main(import.meta.dirname);
else await (await import('./app/command.ts')).command(words);
