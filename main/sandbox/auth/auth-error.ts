import type { ErrorPageCode } from '../faults.ts';

/** The HTTP status that stands in the page (the document itself is served with 200). */
export const errorPageStatus: Readonly<Record<ErrorPageCode, 400 | 401 | 403>> = {
  redirect_uri_mismatch: 400,
  invalid_request: 400,
  invalid_scope: 400,
  unsupported_response_type: 400,
  origin_mismatch: 400,
  admin_policy_enforced: 400,
  access_not_configured: 400,
  policy_enforced: 400,
  invalid_client: 401,
  deleted_client: 401,
  disabled_client: 401,
  access_denied: 403,
  org_internal: 403,
  restricted_client: 403,
  disallowed_useragent: 403,
};

export interface AuthError {
  readonly code: ErrorPageCode;
  readonly message: string;
  /** Echoed request parameters. */
  readonly parameters: readonly (readonly [string, string])[];
}

/** Writes the `authError` value: base64url of a protobuf with 1 code, 2 message, 3 help page, 4 status, 5 echoed parameters. */
export function encodeAuthError(error: AuthError): string {
  const message = Buffer.concat([
    stringField(1, error.code),
    stringField(2, error.message),
    stringField(3, 'https://sandbox.example/help'),
    Buffer.from([(4 << 3) | 0]),
    varint(errorPageStatus[error.code]),
    ...error.parameters.map(([name, value]) => bytesField(5, Buffer.concat([stringField(1, name), stringField(2, value)]))),
  ]);
  return message.toString('base64url');
}

/** Reads code and message back for our own page; undefined for anything this sandbox did not write. */
export function decodeAuthError(value: string): { readonly code: ErrorPageCode; readonly message: string } | undefined {
  const bytes = Buffer.from(value, 'base64url');
  const code = readString(bytes, 0, 1);
  const message = code === undefined ? undefined : readString(bytes, code.end, 2);
  if (code === undefined || message === undefined || !Object.hasOwn(errorPageStatus, code.text)) return undefined;
  return { code: code.text as ErrorPageCode, message: message.text };
}

function readString(bytes: Buffer, at: number, field: number): { readonly text: string; readonly end: number } | undefined {
  if (bytes[at] !== ((field << 3) | 2)) return undefined;
  let length = 0;
  let position = at + 1;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[position++];
    if (byte === undefined || shift > 21) return undefined;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  if (position + length > bytes.length) return undefined;
  return { text: bytes.toString('utf8', position, position + length), end: position + length };
}

function stringField(field: number, text: string): Buffer {
  return bytesField(field, Buffer.from(text, 'utf8'));
}

function bytesField(field: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(field << 3) | 2]), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
