import { fail, type Outcome } from '../domain/shared/fault.ts';

/**
 * Prints static HTML in a window that nobody sees: no script, no network.
 * Fault: `pdf-failed`.
 */
export async function printPdf(html: string): Promise<Outcome<Uint8Array>> {
  void html;
  return fail('pdf-failed', 'The PDF could not be made.', 'Export it as JSON instead.');
}
