import type { ApiSchemaDto } from '../../../../preload/contract/apis.ts';
import type { BodySchema } from '../body/completions.ts';

const METHOD = 'calendar.events.insert';

/** A body in the manner of an event; `Event` holds itself by way of `related`. */
export const eventSchemas: Readonly<Record<string, ApiSchemaDto>> = {
  Event: {
    type: 'object',
    properties: {
      id: { type: 'string', readOnly: true },
      summary: { type: 'string', description: 'Title of the event.' },
      description: { type: 'string', description: '<img src=x onerror=alert(1)>' },
      visibility: { type: 'string', enum: ['default', 'public', 'private'], default: 'default' },
      locked: { type: 'boolean' },
      start: { $ref: 'EventDateTime', requiredBy: [METHOD] },
      end: { $ref: 'EventDateTime', requiredBy: [METHOD] },
      attendees: { type: 'array', items: { $ref: 'Attendee' } },
      related: { $ref: 'Event' },
      extra: { type: 'object', additionalProperties: { type: 'string' } },
    },
  },
  EventDateTime: { type: 'object', properties: { date: { type: 'string', format: 'date' }, dateTime: { type: 'string', format: 'date-time' }, timeZone: { type: 'string' } } },
  Attendee: { type: 'object', properties: { email: { type: 'string', requiredBy: [METHOD] }, optional: { type: 'boolean' } } },
  Round: { $ref: 'About' },
  About: { $ref: 'Round' },
};

export const eventBody: BodySchema = { body: 'Event', schemas: eventSchemas, methodId: METHOD };
