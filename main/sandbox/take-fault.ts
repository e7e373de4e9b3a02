import type { ApiFault, TokenFault } from './faults.ts';
import type { World } from './world.ts';

/**
 * The fault of an endpoint family for this request, or undefined. One with `times` counts down and switches itself off.
 * @param isConditional whether the request is a write with If-Match: only those can meet a 412
 */
export function takeFault(world: World, family: 'api', isConditional: boolean): ApiFault | undefined;
export function takeFault(world: World, family: 'token' | 'revoke'): TokenFault | undefined;
export function takeFault(world: World, family: 'api' | 'token' | 'revoke', isConditional = false): ApiFault | TokenFault | undefined {
  const fault = world.faults[family];
  if (fault === null || (fault.kind === '412' && !isConditional)) return undefined;
  if (fault.times === undefined) return fault;
  const left = fault.times - 1;
  world.faults = { ...world.faults, [family]: left > 0 ? { ...fault, times: left } : null };
  return fault.times > 0 ? fault : undefined;
}
