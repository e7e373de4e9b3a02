import { describe, expect, it } from 'vitest';
import { desktopClient, webClient } from '../domain/testing/sample-client.ts';
import { revokePreviewDto } from './authorization-dto.ts';

const desk = { id: 'a1', email: 'ana@example.com', clientId: desktopClient.clientId };
const web = { id: 'a2', email: 'ana@example.com', clientId: webClient.clientId };
const labels = (projectOfWeb: string): readonly string[] =>
  revokePreviewDto([desk, web], (one) => (one === desk ? desktopClient : { ...webClient, projectId: projectOfWeb })).dying.map((one) => one.clientLabel);

describe('the preview of a revoke', () => {
  it('names a client by its label, and by its id too where another has the same label', () => {
    expect(labels('harbor-web')).toEqual(['harbor-rota', 'harbor-web']);
    expect(labels('harbor-rota')).toEqual([`harbor-rota · ${desktopClient.clientId}`, `harbor-rota · ${webClient.clientId}`]);
  });
});
