import type { ConsentStep, FlowHopDto, FlowParty } from '../../../preload/contract/flow.ts';

/** Where everything of the figure stands, in units of its view box. */
export const FIGURE = { width: 664, height: 668 } as const;

export type LegId = 'a1' | 'a2' | 'b1' | 'b2' | 'c1' | 'c2' | 'c3' | 'd' | 'e' | 'api';

export interface LegShape {
  readonly id: LegId;
  /** Null for the calls that come after the flow. */
  readonly step: ConsentStep | null;
  readonly path: string;
  /** Where its letter stands; a step's last leg has none. */
  readonly badge: readonly [x: number, y: number] | null;
  readonly label?: { readonly text: string; readonly at: readonly [x: number, y: number] };
}

/** The arrows of RFC 6749 figure 3. A, B and C go through the user's browser; C ends at the client's redirection endpoint. */
export const LEGS: readonly LegShape[] = [
  { id: 'a1', step: 'A', path: 'M52 540 V350', badge: [52, 441] },
  { id: 'a2', step: 'A', path: 'M220 176 H468', badge: [250, 176], label: { text: 'Client id, scopes, check value', at: [272, 165] } },
  { id: 'b1', step: 'B', path: 'M122 78 V124', badge: [122, 101] },
  { id: 'b2', step: 'B', path: 'M220 240 H468', badge: [250, 240], label: { text: 'You sign in and choose', at: [272, 229] } },
  { id: 'c1', step: 'C', path: 'M476 304 H228', badge: [250, 304], label: { text: 'Authorization code', at: [272, 293] } },
  { id: 'c2', step: 'C', path: 'M152 342 V400', badge: [152, 371] },
  { id: 'c3', step: 'C', path: 'M152 470 V532', badge: null },
  { id: 'd', step: 'D', path: 'M220 564 H400 V398 H468', badge: [250, 564], label: { text: 'Code, PKCE secret', at: [272, 553] } },
  { id: 'e', step: 'E', path: 'M476 430 H438 V600 H228', badge: [250, 600], label: { text: 'Access, refresh token', at: [272, 589] } },
  { id: 'api', step: null, path: 'M220 634 H468', badge: null, label: { text: 'Afterwards: access token', at: [272, 624] } },
];

export interface BoxShape {
  readonly party: FlowParty;
  readonly at: readonly [x: number, y: number, width: number, height: number];
  /** Null: the title depends on where the page is shown. */
  readonly title: string | null;
  /** Its name in RFC 6749. */
  readonly duty: string;
}

export const BOXES: readonly BoxShape[] = [
  { party: 'owner', at: [24, 20, 196, 58], title: 'You', duty: 'Resource owner' },
  { party: 'agent', at: [24, 132, 196, 210], title: null, duty: 'User-agent' },
  { party: 'redirection', at: [84, 408, 136, 62], title: 'Way back', duty: 'Redirection endpoint' },
  { party: 'client', at: [24, 540, 196, 108], title: 'Grantdesk', duty: 'Client' },
  { party: 'authorization', at: [476, 132, 160, 210], title: 'Sign-in, consent', duty: 'Authorization endpoint' },
  { party: 'token', at: [476, 372, 160, 84], title: 'Code for tokens', duty: 'Token endpoint' },
  { party: 'resource', at: [476, 556, 160, 92], title: 'Google APIs', duty: 'Resource server' },
];

/** Around both endpoints of the authorization server. */
export const SERVER = { at: [460, 92, 192, 380], label: [476, 117] } as const;

/** Who is at work in a step. */
export const AT_WORK: Readonly<Record<ConsentStep, readonly FlowParty[]>> = {
  A: ['client', 'agent'],
  B: ['owner', 'agent', 'authorization'],
  C: ['authorization', 'agent', 'redirection'],
  D: ['client', 'token'],
  E: ['token', 'client'],
};

/** The arrows that a hop went along; none when nothing was sent between the boxes drawn. */
export function legsOf(hop: Pick<FlowHopDto, 'kind' | 'from' | 'to'>): readonly LegId[] {
  switch (hop.kind) {
    case 'request':
      return ['a1'];
    case 'page':
      return hop.to === 'authorization' ? ['a2'] : ['b2'];
    case 'moved':
      return ['a2'];
    case 'ignored':
      return hop.to === 'redirection' ? ['c2'] : ['a2'];
    case 'redirect':
      return ['c1', 'c2', 'c3'];
    case 'token-request':
      return ['d'];
    case 'token-response':
      return ['e'];
    case 'account':
      return hop.from === 'resource' ? ['api'] : [];
    case 'prepared':
    case 'stored':
    case 'revoked':
    case 'ended':
      return [];
  }
}

/** The boxes that a hop lights: its ends, and the browser where it goes through it. */
export function partiesOf(hop: Pick<FlowHopDto, 'kind' | 'from' | 'to'>): readonly FlowParty[] {
  return hop.kind === 'redirect' ? [hop.from, 'agent', hop.to, 'client'] : [hop.from, hop.to];
}
