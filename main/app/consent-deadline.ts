/**
 * GRANTDESK_CONSENT_SECONDS: another deadline for consent attempts, in whole seconds, so that a journey can see one pass.
 * @returns milliseconds; undefined for the usual deadline, and always in a package
 */
export function consentDeadlineMs(env: Readonly<Record<string, string | undefined>>, packaged: boolean): number | undefined {
  const text = env['GRANTDESK_CONSENT_SECONDS'] ?? '';
  return packaged || !/^[1-9]\d{0,2}$/.test(text) ? undefined : Number(text) * 1000;
}
