import { json, type Reply } from '../http/reply.ts';

/** A token endpoint error (RFC 6749 §5.2) in Google's codes. */
export function tokenError(status: number, error: string, description?: string, subtype?: string): Reply {
  return json(status, {
    error,
    ...(description === undefined ? {} : { error_description: description }),
    ...(subtype === undefined ? {} : { error_subtype: subtype }),
  });
}
