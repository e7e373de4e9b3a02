import { readFileSync, writeFileSync } from 'node:fs';
import { readPlace, type WindowPlace } from './bounds.ts';

/** Where the window was, in a small file of its own. Worth no error: the usual place is always good. */
export class PlaceFile {
  readonly #file: string;
  readonly #report: (error: unknown) => void;

  constructor(file: string, report: (error: unknown) => void) {
    this.#file = file;
    this.#report = report;
  }

  read(): WindowPlace {
    try {
      return readPlace(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Absent at the first start; unreadable means the usual place.
      return readPlace(null);
    }
  }

  write(place: WindowPlace): void {
    try {
      writeFileSync(this.#file, JSON.stringify(place), { mode: 0o600 });
    } catch (error) {
      this.#report(error);
    }
  }
}
