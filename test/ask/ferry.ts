/** A made-up story in memory: a ferry company, its strike and its results, with numbers of every kind. */
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { Content } from '../../src/briefing/content.ts';
import { indexed } from '../../src/briefing/indexed.ts';
import { inMemory } from '../../src/briefing/resolve.ts';
import { FILES } from '../../src/briefing/schema.ts';
import { sourceOf } from '../../src/briefing/source.ts';

const SOURCE = { id: 'report' };

function items<Item>(file: keyof typeof FILES, ...list: readonly object[]): Item[] {
  const cited = list.map((item) => ({ paragraphs: [1], ...item }));
  return (FILES[file].parse(cited) as object[]).map((item) => inMemory(item, [SOURCE]).item as Item);
}

const IN_FILE = FILES['briefing.yaml'].parse({
  id: 'ferry',
  title: 'The ferry strike of Marrow Sound',
  command: 'ferry',
  about: 'The strike at Sound Ferries, quotes and figures',
  summary: { text: 'The crews of Sound Ferries stopped work for two weeks.', paragraphs: [1] },
  dates: { from: '2024-03-04', to: '2024-03-18' },
  examples: ['Who went on strike?', 'What did Okafor say?', 'How long was it?', 'What did it cost?'],
});

const CONTENT: Content = {
  head: { ...IN_FILE, summary: inMemory(IN_FILE.summary, [SOURCE]).item as Content['head']['summary'] },
  sources: [],
  revisions: [],
  sides: items(
    'sides.yaml',
    { id: 'company', name: 'The company', kind: 'other' },
    { id: 'crews', name: 'The crews', kind: 'people' },
  ),
  people: items(
    'people.yaml',
    {
      id: 'okafor',
      name: 'Ruth Okafor',
      role: 'Chief executive',
      organisation: 'sound-ferries',
      side: 'company',
    },
    {
      id: 'brandt',
      name: 'Lukas Brandt',
      role: 'Head of the union',
      organisation: 'seafarers-union',
      side: 'crews',
    },
    { id: 'may', name: 'Helen May', role: 'Transport minister' },
    { id: 'deckhand', name: 'A deckhand', unnamed: true, role: 'Deckhand, not named', side: 'crews' },
  ),
  organisations: items(
    'organisations.yaml',
    { id: 'sound-ferries', name: 'Sound Ferries', what: 'A ferry company', side: 'company' },
    { id: 'northline', name: 'Northline', what: 'A rival ferry company' },
    {
      id: 'seafarers-union',
      name: 'Seafarers’ Union',
      what: 'The union of the crews',
      side: 'crews',
      names: { also: ['the union'] },
    },
  ),
  places: items(
    'places.yaml',
    { id: 'port-hale', name: 'Port Hale', what: 'A harbour' },
    { id: 'westby', name: 'Westby', what: 'A town across the sound' },
  ),
  statements: items(
    'statements.yaml',
    {
      id: 'okafor-words',
      speakers: ['okafor'],
      mode: 'direct',
      text: 'We never promised the crews a bonus, and we will not [pay] one before the summer',
    },
    {
      id: 'brandt-words',
      speakers: ['brandt'],
      mode: 'direct',
      text: 'Nobody goes back to work until the last contract is signed.',
    },
    {
      id: 'brandt-share',
      speakers: ['brandt'],
      mode: 'reported',
      text: 'Three of the five captains support the strike.',
    },
    {
      id: 'may-talks',
      speakers: ['may'],
      mode: 'reported',
      text: 'The government might appoint a mediator in April.',
      when: { on: '2024-03-08' },
    },
    {
      id: 'deckhand-age',
      speakers: ['deckhand'],
      mode: 'reported',
      text: 'Some deckhands work 14 hours a day.',
    },
  ),
  events: items(
    'events.yaml',
    {
      id: 'strike-begins',
      title: 'Strike',
      text: 'The crews stopped work at Port Hale.',
      when: { on: '2024-03-04' },
      place: 'port-hale',
    },
    {
      id: 'strike-ends',
      title: 'End',
      text: 'Sound Ferries and the Seafarers’ Union settled the dispute at 3.30 p.m. in Westby.',
      when: { on: '2024-03-18' },
      place: 'westby',
    },
    {
      id: 'sale-announced',
      title: 'Sale',
      text: 'Northline will buy two ships from Sound Ferries.',
      when: { on: '2024-02' },
    },
    {
      id: 'sale-off',
      title: 'Sale off',
      text: 'Northline called off the purchase of two ships from Sound Ferries.',
      when: { on: '2024-03-10' },
      supersedes: ['sale-announced'],
    },
  ),
  deals: items('deals.yaml', {
    id: 'settlement',
    title: 'The settlement',
    text: 'Sound Ferries raised wages by 4.5 percent, and the crews dropped their demand for a bonus.',
    parties: ['sound-ferries', 'seafarers-union'],
  }),
  figures: items(
    'figures.yaml',
    {
      id: 'loss',
      value: 40_000_000,
      unit: 'euros',
      shown: '40 million euros',
      of: 'what the strike cost',
      text: 'The strike cost Sound Ferries about 40 million euros.',
    },
    {
      id: 'passengers-wrong',
      value: 9_000,
      unit: 'passengers',
      shown: '9,000',
      of: 'passengers stranded',
      text: 'The strike stranded 9,000 passengers.',
    },
    {
      id: 'passengers',
      value: 12_500,
      unit: 'passengers',
      shown: '12,500',
      of: 'passengers stranded',
      text: 'The strike stranded 12,500 passengers.',
      corrects: { item: 'passengers-wrong', why: 'The company counted again.' },
    },
    {
      id: 'vote',
      value: { part: 310, of: 360 },
      unit: 'members',
      shown: '310 of 360',
      of: 'members for the strike',
      text: 'In the ballot, 310 of 360 members voted for the strike.',
    },
    {
      id: 'distance',
      value: 30,
      unit: 'kilometres',
      shown: '30 kilometres',
      of: 'length of the crossing',
      text: 'The crossing from Port Hale to Westby is 30 kilometres long.',
    },
    {
      id: 'speed',
      value: 17,
      unit: 'knots',
      shown: '17 or 18 knots',
      of: 'speed',
      text: 'The ferries sail at 17 or 18 knots.',
    },
  ),
  issues: FILES['issues.yaml'].parse([{ id: 'bonus', name: 'The bonus' }]),
  positions: items(
    'positions.yaml',
    { id: 'crews-bonus', side: 'crews', issue: 'bonus', text: 'The crews want a bonus of 500 euros.' },
    {
      id: 'company-bonus',
      side: 'company',
      issue: 'bonus',
      text: 'Sound Ferries refuses any bonus.',
      according: 'okafor',
    },
  ),
  background: items(
    'background.yaml',
    { id: 'fleet', title: 'The fleet', text: 'Sound Ferries sold eight ships to Northline in 2019.' },
    {
      id: 'captain',
      title: 'The captain',
      text: 'The oldest captain, a 64-year-old woman from Westby, did not join the strike.',
    },
    { id: 'no-injury', title: 'Calm', text: 'No passengers were hurt, because the harbour was closed.' },
  ),
  keyPoints: items('key-points.yaml', {
    id: 'point',
    text: 'The strike ended after two weeks with higher wages and no bonus.',
  }),
  topics: [],
  notes: items('notes.yaml', { id: 'note', kind: 'editing', text: 'The word in brackets is the paper’s.' }),
  skipped: [],
};

export function ferry(): Briefing {
  const source = sourceOf(FILES['sources.yaml'].parse([SOURCE])[0]!, {
    sha256: '',
    paragraphs: [[1]],
    earlier: {},
    sentences: [[]],
    commas: [[]],
  });
  return indexed(CONTENT, [source]);
}
