/** People, organisations and places as the draft keeps them. */
import { listOf } from '../data/lists.ts';
import type { FoundOrganisation, FoundPerson, FoundPlace, FoundStatement, Span } from '../draft.ts';
import type { Speakers, Stranger } from '../speech/speakers.ts';
import type { Cast } from './cast.ts';
import { type Entity, wordsOf } from './entities.ts';
import { isFirstName } from './first-names.ts';
import { type Spot, spotsOf } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { roleOf } from './roles.ts';
import { whatOf } from './what.ts';

/** Pure. Everybody named, and of the unnamed those who say something. */
export function peopleIn(
  cast: Cast,
  speakers: Speakers,
  statements: readonly FoundStatement[],
): FoundPerson[] {
  const persons = cast.entities.filter(({ kind }) => kind === 'person');
  const bodies = cast.entities.filter(({ kind }) => kind === 'organisation');
  const bySurname = Map.groupBy(persons, ({ name }) => wordsOf(name).at(-1)!);
  const named = persons.map((entity) => personOf(entity, cast, bodies, bySurname));
  const speaking = new Set(statements.flatMap((it) => [...it.speakers]));
  const unnamed = speakers.strangers.filter(({ id }) => speaking.has(id)).map((it) => strangerOf(it, cast));
  return [...named, ...unnamed];
}

function personOf(
  entity: Entity,
  cast: Cast,
  bodies: readonly Entity[],
  bySurname: ReadonlyMap<string, readonly Entity[]>,
): FoundPerson {
  const { role, former } = roleOf(entity.mentions);
  const name = shownName(entity);
  const surname = wordsOf(entity.name).at(-1)!;
  const also = [
    ...new Set([...entity.forms, ...(entity.name.includes(' ') ? [surname] : [entity.name])]),
  ].filter((form) => form !== name);
  const organisation = organisationOf(entity, role, cast, bodies);
  const titled = bySurname.get(surname)!.length > 1 ? titledForms(entity) : [];
  return {
    id: entity.id,
    name,
    kind: 'person',
    unnamed: false,
    also: [...also, ...titled],
    role,
    former,
    ...(organisation ? { organisation } : {}),
    ...(entity.gender ? { gender: entity.gender } : {}),
    from: spanOf(entity.mentions[0]!),
    paragraphs: paragraphsOf(entity.mentions),
    trust: entity.margin > 2 && isPlainly(entity) ? 'sure' : 'likely',
  };
}

/** Somebody with a title, or with a first name that people have. */
function isPlainly({ name, mentions }: Entity): boolean {
  const [first = ''] = wordsOf(name);
  return (
    mentions.some(({ lead }) => lead.length > 0) ||
    (name.includes(' ') && (isFirstName(first.split('-')[0]!) || mentions.length > 1))
  );
}

/** Where two have one surname: 'Ms Reilly', 'Cllr Reilly'. */
function titledForms({ mentions, name }: Entity): string[] {
  const titled = mentions.filter((it) => it.lead.length > 0 && it.name !== name);
  return [...new Set(titled.map((it) => `${it.lead.join(' ')} ${it.name}`))];
}

/** 'Lord Hope', where no first name is told. */
function shownName({ name, mentions }: Entity): string {
  if (name.includes(' ')) return name;
  const title = mentions
    .flatMap(({ lead }) => lead)
    .find((word) =>
      /^(?:Lord|Lady|Baroness|Baron|Sir|Dame|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|King|Queen|Prince|Princess|Pope|Father|Sister|Sheikh)\.?$/.test(
        word,
      ),
    );
  return title ? `${title} ${name}` : name;
}

/** The organisation that the post beside the name is of, else the only one in the apposition. */
function organisationOf(
  entity: Entity,
  role: string,
  cast: Cast,
  bodies: readonly Entity[],
): string | undefined {
  const named = ({ forms }: Entity) =>
    forms.some(
      (form) =>
        role.includes(form) &&
        new RegExp(`(?:^|[^\\p{L}])${RegExp.escape(form)}(?:$|[^\\p{L}])`, 'u').test(role),
    );
  const inRole = role === '' ? undefined : bodies.find(named);
  if (inRole) return inRole.id;
  for (const { line, to } of entity.mentions) {
    const [joint] = line.words.slice(to, to + 1);
    if (!joint || !/^(?:of|at|from|with)$/.test(joint.lower)) continue;
    const near = cast
      .at(line)
      .find((it) => it.entity.kind === 'organisation' && it.from > to && it.from <= to + 2);
    if (near) return near.entity.id;
  }
  return undefined;
}

function strangerOf({ id, name, kind, gender, paragraphs, from }: Stranger, cast: Cast): FoundPerson {
  const own = cast
    .at(from.line)
    .find(
      ({ entity, from: at }) =>
        entity.kind === 'organisation' &&
        from.line.words[at]!.start >= from.start &&
        from.line.words[at]!.start < from.end,
    );
  return {
    id,
    name,
    kind,
    unnamed: true,
    also: [],
    role: name.replace(/^(?:An?|The)\s/, ''),
    former: [],
    ...(own ? { organisation: own.entity.id } : {}),
    ...(gender ? { gender } : {}),
    from: { paragraph: from.line.number, start: from.start, end: from.end },
    paragraphs,
    trust: 'likely',
  };
}

/** Pure. */
export function organisationsIn(cast: Cast): FoundOrganisation[] {
  return cast.entities
    .filter(({ kind }) => kind === 'organisation')
    .map((entity) => {
      const what = whatOf(entity.mentions);
      return {
        id: entity.id,
        name: entity.name,
        also: entity.forms.filter((form) => form !== entity.name),
        what,
        from: spanOf(entity.mentions[0]!),
        paragraphs: paragraphsOf(entity.mentions),
        trust: entity.margin > 2 && (what !== '' || tellsItself(entity)) ? 'sure' : 'likely',
      };
    });
}

/** By a noun of bodies in its name, by the letters that it is short for, or by saying and doing things again and again. */
function tellsItself({ name, forms, mentions }: Entity): boolean {
  const words = wordsOf(name);
  if (words.length > 1 && words.some((word) => listOf('organisation-heads').has(word))) return true;
  if (/^\p{Lu}{2,6}s?$/u.test(name)) return forms.length > 1;
  return (
    mentions.length > 2 &&
    mentions.some(({ line, to }) => {
      const { lower = '' } = line.words[to] ?? {};
      return listOf('saying-sure').has(lower) || listOf('person-verbs').has(lower);
    })
  );
}

/** Thousands of people. */
const LARGE = 300;

/** Pure. Of several towns of a name the one whose country the article names, else the largest. */
export function placesIn(cast: Cast): FoundPlace[] {
  const places = cast.entities.filter(({ kind }) => kind === 'place');
  const named = new Set(
    places.flatMap(({ name }) =>
      spotsOf(name)
        .filter(({ kind }) => kind === 'country')
        .map(({ country }) => country),
    ),
  );
  const votes = new Map<string, number>();
  for (const { name } of places)
    for (const country of new Set(spotsOf(name).map((it) => it.country)))
      votes.set(country, (votes.get(country) ?? 0) + 1);
  // Westminster in a report from London is no town of Colorado: a small town needs a neighbour, or to be the only one.
  const isBorneOut = (spot: Spot, spots: readonly Spot[]) =>
    spot.kind !== 'city' ||
    named.has(spot.country) ||
    (votes.get(spot.country) ?? 0) > 1 ||
    spot.thousands > LARGE ||
    (votes.size === 1 && spots.length === 1);
  return places.map((entity): FoundPlace => {
    const spots = spotsOf(entity.name);
    const spot =
      spots.find(({ kind }) => kind === 'country') ??
      spots.find(({ country }) => named.has(country)) ??
      [...spots].sort(
        (a, b) => (votes.get(b.country) ?? 0) - (votes.get(a.country) ?? 0) || b.thousands - a.thousands,
      )[0];
    const { at } = spot !== undefined && isBorneOut(spot, spots) ? spot : {};
    return {
      id: entity.id,
      name: entity.name,
      what: whatOf(entity.mentions),
      ...(at ? { at } : {}),
      from: spanOf(entity.mentions[0]!),
      paragraphs: paragraphsOf(entity.mentions),
      trust: entity.margin > 2 && spots.length < 3 ? 'sure' : 'likely',
      inferred: at
        ? [
            {
              says: at.join(', '),
              why:
                spot?.kind === 'country'
                  ? 'The place of its capital, by GeoNames.'
                  : 'By GeoNames; the source gives no coordinates.',
            },
          ]
        : [],
    };
  });
}

function spanOf({ line, from, to }: Mention): Span {
  return { paragraph: line.number, start: line.words[from]!.start, end: line.words[to - 1]!.end };
}

function paragraphsOf(mentions: readonly Mention[]): number[] {
  return [...new Set(mentions.map(({ line }) => line.number))];
}
