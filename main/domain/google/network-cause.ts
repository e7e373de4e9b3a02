/** What kept a request from its answer. */
export type NetworkCause = 'offline' | 'dns' | 'connection' | 'proxy' | 'tls' | 'timeout' | 'cut-off' | 'unknown';

/** Chromium (`net::ERR_…`) and Node (`ENOTFOUND`, `UND_ERR_…`) codes. Order matters: the first that fits wins. */
const causes: readonly (readonly [RegExp, NetworkCause])[] = [
  [/\bERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED)\b|\bENETDOWN\b|\bENETUNREACH\b/, 'offline'],
  [/\bERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_[A-Z_]+|ICANN_NAME_COLLISION)\b|\bENOTFOUND\b|\bEAI_[A-Z]+\b/, 'dns'],
  [/\bERR_(PROXY|TUNNEL|SOCKS|MANDATORY_PROXY|PAC)_[A-Z_]+|\bERR_NO_SUPPORTED_PROXIES\b/, 'proxy'],
  [
    /\bERR_(CERT|SSL|BAD_SSL|TLS)_[A-Z_]+|\bERR_SSL[A-Z_]*|\b(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CRL_)[A-Z_]+|\bEPROTO\b|\bHOSTNAME_MISMATCH\b/,
    'tls',
  ],
  [/\bERR_((CONNECTION_)?TIMED_OUT)\b|\bETIMEDOUT\b|\bUND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT\b|\bTimeoutError\b/, 'timeout'],
  [/\bERR_(CONTENT_LENGTH_MISMATCH|INCOMPLETE_[A-Z_]+|CONTENT_DECODING_FAILED|HTTP2_PROTOCOL_ERROR|QUIC_PROTOCOL_ERROR)\b|\bterminated\b/, 'cut-off'],
  [/\bERR_(CONNECTION|ADDRESS|EMPTY_RESPONSE|SOCKET)[A-Z_]*|\bE(CONNREFUSED|CONNRESET|CONNABORTED|HOSTUNREACH|PIPE)\b|\bUND_ERR_SOCKET\b/, 'connection'],
];

/**
 * Names the cause of a fetch that rejected. Goes by codes, which Electron puts into the message and Node into `cause`; the wording
 * around them is never shown, since it may repeat the address.
 */
export function networkCauseOf(error: unknown): NetworkCause {
  const said = codesOf(error).join(' ');
  return causes.find(([pattern]) => pattern.test(said))?.[1] ?? 'unknown';
}

/** Whether a fetch rejected because it met a redirect it was told not to follow. */
export function isRedirectRefusal(error: unknown): boolean {
  return /redirect was cancelled|redirect mode is|redirect policy was|unexpected redirect/i.test(codesOf(error).join(' '));
}

/** Name, code and message of an error and of what caused it. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const code: unknown = 'code' in error ? error.code : undefined;
  return [error.name, typeof code === 'string' ? code : '', error.message, ...codesOf(error.cause, depth + 1)];
}
