export interface Template {
  readonly title: string;
  readonly minutes: number;
  readonly location?: string;
  readonly description?: string;
  /** How many colleagues are invited. */
  readonly guests?: number;
}

type Templates = readonly [Template, ...Template[]];

export const workTemplates: Templates = [
  { title: 'Design review', minutes: 60, guests: 3, location: 'Pier room' },
  { title: 'Budget check', minutes: 45, guests: 2 },
  { title: 'Interview: harbor pilot', minutes: 60, guests: 2, location: 'Lantern room' },
  { title: 'Quay inspection', minutes: 90, location: 'Quay 4', description: 'Bring the long lamp. <b>Hard hats</b> are by the gate.' },
  { title: 'Crane maintenance briefing', minutes: 30, guests: 4 },
  { title: 'Dentist', minutes: 45, location: 'Old Mill Street 8' },
  { title: 'Lunch with Jo', minutes: 60, location: 'Breakwater café' },
  { title: 'Write the tide report', minutes: 120 },
  { title: 'Customer call: Northlight Shipping', minutes: 30, guests: 2 },
  {
    title: 'Handover notes',
    minutes: 30,
    description: '<p>Open points:</p><ul><li>Berth 7 lights</li><li>Fuel delivery, see <a href="https://harbor.example/fuel">the plan</a></li></ul>',
  },
  { title: 'Pick up the parcels', minutes: 15 },
  { title: 'Safety walk', minutes: 60, guests: 1, location: 'Dry dock' },
  { title: 'Planning: winter berths', minutes: 60, guests: 5, location: 'Pier room' },
  { title: 'Call the ferry office', minutes: 15 },
  { title: 'Review of the mooring contract', minutes: 45, guests: 1, description: 'Second draft & the annex <i>with prices</i>.' },
  { title: 'Language class', minutes: 90 },
  { title: 'Gym', minutes: 60 },
  { title: 'Focus: port fees model', minutes: 150 },
  { title: 'Coffee with the new colleagues', minutes: 30, guests: 2, location: 'Canteen' },
  { title: 'Test of the new booking form', minutes: 60, guests: 2 },
  { title: 'Grant renewal: check the papers', minutes: 45 },
  { title: 'Radio check', minutes: 15, guests: 1 },
];

export const weekendTemplates: Templates = [
  { title: 'Market', minutes: 90, location: 'Fish market' },
  { title: 'Sailing', minutes: 240, location: 'West basin' },
  { title: 'Brunch', minutes: 120 },
  { title: 'Football of the kids', minutes: 90, location: 'Sports ground' },
  { title: 'Repair the bicycle', minutes: 60 },
];

export const familyTemplates: Templates = [
  { title: 'Parents’ evening', minutes: 90, location: 'School' },
  { title: 'Swimming lesson', minutes: 60, location: 'Pool' },
  { title: 'Grandma visits', minutes: 180 },
  { title: 'Vaccination', minutes: 30 },
  { title: 'Movie night', minutes: 120 },
];

/** Colleagues who are invited, by the part of the address before the @. */
export const colleagues = ['ines.falk', 'piet.brandt', 'noor.haddad', 'luca.moreau', 'sam.ito'] as const;

export const longTemplates = ['Trade fair', 'Holiday by the lake', 'Training: dangerous goods', 'Moving house'] as const;

export const allDayTemplates = ['Rent is due', 'Tax letter', 'Birthday: Grace', 'Clean the fridge', 'Working from home'] as const;

export const crew = ['Maya Okafor', 'Ada Lovelace', 'Ines Falk', 'Piet Brandt', 'Noor Haddad', 'Luca Moreau'] as const;

/** Month and day (UTC) → name. */
export const holidayNames: Readonly<Record<string, string>> = {
  '01-01': 'New Year’s Day',
  '01-20': 'Lantern Day',
  '02-14': 'First Tide',
  '03-20': 'Equinox Regatta',
  '04-10': 'Net Menders’ Day',
  '05-01': 'Labor Day',
  '06-21': 'Midsummer',
  '07-15': 'Lighthouse Day',
  '08-22': 'Harbor Feast',
  '09-23': 'Autumn Equinox',
  '10-10': 'Ropewalk Day',
  '11-11': 'Lamp Procession',
  '12-06': 'Sailors’ Eve',
  '12-25': 'Winter Feast',
  '12-26': 'Second Day of Winter Feast',
};
