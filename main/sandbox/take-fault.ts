import type { ApiFault, TokenFault } from './faults.ts';
import type { World } from './world.ts';

/** The fault of an endpoint family for this request, or undefined. One with `times` counts down and switches itself off. */
export function takeFault(world: World, family: 'api'): ApiFault | undefined;
export function takeFault(world: World, family: 'token' | 'revoke'): TokenFault | undefined;
export function takeFault(world: World, family: 'api' | 'token' | 'revoke'): ApiFault | TokenFault | undefined {
  const fault = world.faults[family];
  if (fault === null) return undefined;
  if (fault.times === undefined) return fault;
  const left = fault.times - 1;
  world.faults = { ...world.faults, [family]: left > 0 ? { ...fault, times: left } : null };
  return fault.times > 0 ? fault : undefined;
}
