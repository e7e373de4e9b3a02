import type { Receipt } from '../domain/receipts/receipt.ts';
import type { ReceiptDto } from '../../preload/contract/receipts.ts';
import { problemDto } from './answer.ts';
import { labelOf } from './client-label.ts';
import { hopDto } from './consent-dto.ts';
import { scopeDto } from './scope-dto.ts';

export function receiptDto(receipt: Receipt): ReceiptDto {
  const { id, startedAt, endedAt, purpose, surface, outcome, error, account, authorizationId, client, otherAccount } = receipt;
  return {
    id,
    startedAt,
    endedAt,
    purpose,
    surface,
    outcome,
    error: error === null ? null : problemDto(error),
    account: account === null ? null : { sub: account.sub, email: account.email },
    authorizationId,
    client: { clientId: client.clientId, label: labelOf(client), type: client.type },
    asked: receipt.asked.map(scopeDto),
    granted: receipt.granted.map(scopeDto),
    refused: receipt.refused.map(scopeDto),
    unexpected: receipt.unexpected.map(scopeDto),
    otherAccount: otherAccount === null ? null : { expected: otherAccount.expected, actual: otherAccount.actual },
    hops: receipt.hops.map(hopDto),
  };
}
