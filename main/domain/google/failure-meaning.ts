import type { Fault } from '../shared/fault.ts';
import { redact } from '../shared/redact.ts';
import type { TransportFailure } from './exchange.ts';
import { RETRY, type Explanation } from './explanation.ts';
import type { NetworkCause } from './network-cause.ts';

const STORED_STAYS = 'What is stored here stays valid.';

const networkMeanings: Readonly<Record<NetworkCause, Omit<Explanation, 'remedies'>>> = {
  offline: { code: 'offline', title: 'This computer is offline.', meaning: `Connect it to a network and try again. ${STORED_STAYS}` },
  dns: {
    code: 'dns-failed',
    title: 'The address of Google cannot be looked up.',
    meaning: `Most often the network is down, or its name service does not answer. ${STORED_STAYS}`,
  },
  connection: { code: 'connection-failed', title: 'Google cannot be reached.', meaning: `The connection was refused or broke off. ${STORED_STAYS}` },
  proxy: { code: 'proxy-failed', title: 'The proxy of this network does not let the call through.', meaning: 'Check the proxy settings of the system.' },
  tls: {
    code: 'tls-failed',
    title: 'The connection to Google is not secure.',
    meaning: "The certificate that came is not trusted. Something may be listening in, or this computer's clock is wrong. Nothing was sent.",
  },
  timeout: { code: 'timeout', title: 'Google took too long to answer.', meaning: `The call was given up. ${STORED_STAYS}` },
  'cut-off': { code: 'response-cut-off', title: 'The answer broke off.', meaning: 'Only a part of it arrived.' },
  unknown: { code: 'network-failed', title: 'The call did not get through.', meaning: `The network failed in a way that is not known here. ${STORED_STAYS}` },
};

export function explainNetwork(cause: NetworkCause): Explanation {
  return { ...networkMeanings[cause], remedies: [RETRY] };
}

/** Why there was no token to call with. The fault's own words are kept: who made it knows best. */
export function explainTokenFault(fault: Fault): Explanation {
  if (fault.code === 'offline') return { ...explainNetwork('offline'), title: 'Google cannot be reached to renew the access token.' };
  const reauthorize = fault.code === 'sign-in-needed' || fault.code === 'revoked';
  return {
    code: fault.code,
    title: redact(fault.message),
    meaning: redact(fault.hint ?? 'The call was not made.'),
    remedies: reauthorize ? [{ kind: 'reauthorize' }] : fault.code === 'refresh-failed' ? [RETRY] : [],
  };
}

export function explainFailure(failure: TransportFailure): Explanation {
  switch (failure.kind) {
    case 'network':
      return explainNetwork(failure.cause);
    case 'token':
      return explainTokenFault(failure.fault);
    case 'redirected':
      return {
        code: 'redirected',
        title: 'The call was to be sent elsewhere.',
        meaning: 'The server answered with a redirect, which is never followed with a token. A login page of the network does that.',
        remedies: [RETRY],
      };
    case 'foreign-origin':
      return {
        code: 'foreign-origin',
        title: 'This address does not belong to Google.',
        meaning: 'Nothing was sent: access tokens go to the APIs of Google only.',
        remedies: [],
      };
  }
}
