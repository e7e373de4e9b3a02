import { z } from 'zod';
import type { Surface } from './app.ts';
import type { ClientType } from './clients.ts';
import type { ConsentPurpose } from './consent.ts';
import type { FlowHopDto } from './flow.ts';
import type { ProblemDto } from './result.ts';
import type { ScopeDto } from './scopes.ts';

/** A consent as it came out: kept for good, it holds no secret. */
export interface ReceiptDto {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly purpose: ConsentPurpose;
  readonly surface: Surface;
  readonly outcome: 'granted' | 'failed' | 'cancelled';
  readonly error: ProblemDto | null;
  /** Who consented; null when nobody did. */
  readonly account: { readonly sub: string; readonly email: string } | null;
  readonly authorizationId: string | null;
  readonly client: { readonly clientId: string; readonly label: string; readonly type: ClientType };
  readonly asked: readonly ScopeDto[];
  readonly granted: readonly ScopeDto[];
  readonly refused: readonly ScopeDto[];
  readonly unexpected: readonly ScopeDto[];
  readonly otherAccount: { readonly expected: string; readonly actual: string } | null;
  readonly hops: readonly FlowHopDto[];
}

/** Those of one authorization, failed attempts about it included; null: all. */
export const receiptsSchema = z.strictObject({ authorizationId: z.string().min(1).max(100).nullable() });
export const receiptRefSchema = z.strictObject({ id: z.string().min(1).max(100) });
export const exportReceiptSchema = z.strictObject({ id: z.string().min(1).max(100), format: z.enum(['json', 'pdf']) });
