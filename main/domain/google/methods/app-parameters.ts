/** Parameters that the app sets itself, or that carry a credential in an address: neither offered nor taken, whatever a document says. */
export const APP_PARAMETERS: ReadonlySet<string> = new Set([
  '$.xgafv',
  'access_token',
  'alt',
  'callback',
  'id_token',
  'key',
  'oauth_token',
  'prettyPrint',
  'uploadType',
  'upload_protocol',
  'userIp',
]);
