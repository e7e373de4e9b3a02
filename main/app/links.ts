import type { Link } from '../../preload/contract/app.ts';

/** The page behind each name that the window may ask for. */
export const linkAddress: Readonly<Record<Link, string>> = {
  'google-account-connections': 'https://myaccount.google.com/connections',
  'cloud-console-credentials': 'https://console.cloud.google.com/apis/credentials',
  'cloud-console-consent-screen': 'https://console.cloud.google.com/auth/overview',
  'google-help-blocked-sign-in': 'https://support.google.com/accounts/answer/7675428',
};
