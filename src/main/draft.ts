/** `npm run draft`: an article becomes a draft briefing. 0: written; 2: the arguments or the file are wrong. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readTexts } from '../briefing/files.ts';
import { writeFolder } from '../briefing/write.ts';
import type { Article } from '../drafting/article.ts';
import type { Draft } from '../drafting/draft.ts';
import { draftOf } from '../drafting/extract.ts';
import { idOf } from '../drafting/names/entities.ts';
import { readAny } from '../drafting/reading/any.ts';
import { dayOf } from '../drafting/reading/day.ts';
import { articleOf, LARGEST, MOST_PARAGRAPHS } from '../drafting/reading/read.ts';
import { filesOf } from '../drafting/write/briefing.ts';
import { DRAFTED } from '../drafting/write/drafted.ts';
import type { SourceFacts } from '../drafting/write/head.ts';
import { filesInto } from '../drafting/write/into.ts';
import type { Rights } from '../drafting/write/rights.ts';
import { drafting as say } from '../show/messages/en/drafting.ts';
import { folderOf, rootForNew } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

export const draft: Verb = async (args, environment, messages) => {
  const asked = readArguments(args);
  if (typeof asked === 'string') return refuse(asked);
  const { file, given, source } = asked;
  if (!existsSync(file) || !statSync(file).isFile()) return refuse(say.noFile(file));
  if (statSync(file).size > LARGEST) return refuse(say.tooLarge(file, LARGEST));
  const article = articleOf(await readAny(file, readFileSync(file, 'utf8')), given);
  const { length } = article.paragraphs;
  if (length === 0) return refuse(say.noText(file));
  if (length > MOST_PARAGRAPHS) return refuse(say.tooMany(file, length, MOST_PARAGRAPHS));
  inform(say.reading(article.paragraphs.length));

  const { published } = article.head;
  const found = draftOf(article, published === undefined ? undefined : Temporal.PlainDate.from(published));
  const id = asked.into ?? asked.id ?? idFor(file);
  const there = folderOf(id, environment, messages);
  if (asked.into !== undefined && 'why' in there) return refuse(there.why);
  const folder = 'folder' in there ? there.folder : join(rootForNew(environment), id);
  const shown = relative(process.cwd(), folder);
  if ('why' in there) {
    writeFolder(folder, filesOf(id, found, article, source, Temporal.Now.plainDateISO().toString()));
    print(summary(found, article, source, shown, id).join('\n'));
    return 0;
  }
  // Another article of the story is a source of its own; the same article once more is the source that it was.
  const own =
    asked.into === undefined || asked.sourceId !== undefined ? source : { ...source, id: idFor(file) };
  const record = join(folder, DRAFTED);
  const into = filesInto(
    readTexts(folder),
    existsSync(record) ? readFileSync(record, 'utf8') : undefined,
    found,
    article,
    own,
  );
  if (into.kind === 'other-text')
    return refuse(asked.into === undefined ? say.exists(id) : say.otherText(own.id, id));
  writeFolder(folder, into.files);
  print(
    [...summary(found, article, own, shown, id), say.merged(into.added, into.joined, into.differing)].join(
      '\n',
    ),
  );
  return 0;
};

function refuse(why: string): number {
  inform(why);
  return 2;
}

function idFor(file: string): string {
  return idOf(basename(file).replace(/\.[^.]*$/, ''), new Set())
    .slice(0, 32)
    .replace(/-$/, '');
}

type Asked = {
  readonly file: string;
  readonly id?: string;
  readonly into?: string;
  readonly sourceId?: string;
  readonly given: { readonly url?: string; readonly publisher?: string; readonly published?: string };
  readonly source: SourceFacts;
};

const OPTIONS = {
  id: { type: 'string' },
  into: { type: 'string' },
  'source-id': { type: 'string' },
  'source-rights': { type: 'string' },
  licence: { type: 'string' },
  credit: { type: 'string' },
  url: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
} as const;

function readArguments(args: readonly string[]): Asked | string {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    return say.usage;
  }
  const { values, positionals } = parsed;
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) return say.usage;
  const { id, into, licence, credit, url, publisher, published } = values;
  const rights = values['source-rights'] ?? 'restricted';
  const sourceId = values['source-id'] ?? 'report';
  for (const given of [id, into, sourceId])
    if (given !== undefined && !SLUG.test(given)) return say.wrongId(given);
  if (!isRights(rights)) return say.wrongRights(rights);
  if (rights === 'licensed' && licence === undefined) return say.noLicence;
  if (published !== undefined && dayOf(published) === undefined) return say.wrongDay(published);
  if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))) return say.wrongUrl(url);
  return {
    file,
    ...(id === undefined ? {} : { id }),
    ...(into === undefined ? {} : { into }),
    ...(values['source-id'] === undefined ? {} : { sourceId }),
    given: {
      ...(url ? { url } : {}),
      ...(publisher ? { publisher } : {}),
      ...(published ? { published } : {}),
    },
    source: { id: sourceId, rights, ...(licence ? { licence } : {}), ...(credit ? { credit } : {}) },
  };
}

const SLUG = /^(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*$/;

function isRights(rights: string): rights is Rights {
  return rights === 'own' || rights === 'licensed' || rights === 'restricted';
}

/** List by list what was found, and what is left to do. */
function summary(
  found: Draft,
  article: Article,
  { rights }: SourceFacts,
  folder: string,
  id: string,
): string[] {
  const quotations = found.statements.filter(({ mode }) => mode === 'direct');
  const reported = found.statements.filter(({ mode }) => mode === 'reported');
  const unsure = (items: readonly object[]) =>
    items.filter((item) => 'trust' in item && item.trust !== 'sure').length;
  const {
    people,
    organisations,
    places,
    figures,
    events,
    deals,
    background,
    keyPoints,
    topics,
    sides,
    positions,
    skipped,
  } = found;
  const lists = {
    people,
    organisations,
    places,
    quotations,
    reported,
    figures,
    events,
    deals,
    background,
    keyPoints,
    sides,
    positions,
    topics,
    skipped,
  };
  const unworded = [reported, figures, events, deals, background, keyPoints, positions].flat().length;
  const { published, publishedWhy } = article.head;
  return [
    say.written(folder),
    ...Object.entries(lists).map(([list, items]) =>
      say.found(say.lists[list as keyof typeof lists], items.length, unsure(items)),
    ),
    ...(published === undefined ? [say.undated] : publishedWhy ? [say.datedBy(published)] : []),
    ...(rights === 'restricted' ? [say.restricted(unworded)] : [say.answers(id)]),
  ];
}
