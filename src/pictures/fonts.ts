/** The faces that pictures are set in, and which font files hold the letters of a text. */
import { readFileSync } from 'node:fs';
import { fontFile } from './font-files.ts';
import { isInInter } from './text.ts';

/** Faces of Inter, by the part they play. */
export const FACES = [
  { name: 'regular', weight: 400, style: 'normal' },
  { name: 'italic', weight: 500, style: 'italic' },
  { name: 'semibold', weight: 600, style: 'normal' },
  { name: 'bold', weight: 700, style: 'normal' },
] as const;

export type Face = (typeof FACES)[number]['name'];

/** Subsets of Inter as `@fontsource/inter` cuts them, the most usual first. */
export const SUBSETS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;

/** Where else a letter may be found: a letter that both have is Japanese unless it is Hangul. */
const OTHERS = ['noto-sans-jp', 'noto-sans-kr'] as const;

type Subset = {
  readonly family: string;
  readonly folder: string;
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
};

let known: readonly Subset[] | undefined;
const byLetter = new Map<string, Subset | undefined>();

/** Whether every letter can be drawn: one that cannot would come out as an empty box. */
export function isDrawable(text: string): boolean {
  return [...text].every((letter) => subsetOf(letter) !== undefined);
}

/**
 * The families of a text, each once. A family is one file, so that only what is used is loaded; and all that a text needs
 * are named, so that nothing is left to whatever else is loaded, which would be another weight at another time.
 */
export function familiesOf(text: string, face: Face): string[] {
  const families = [...text].flatMap((letter) => familyOf(letter, face) ?? []);
  return [...new Set(families)];
}

/** From a line's top to its baseline, in ems, where the line is one em high: Noto's letters stand lower in theirs. */
export function riseOf(family: string): number {
  return family.startsWith('inter-') ? 0.8638 : 0.936;
}

function familyOf(letter: string, face: Face): string | undefined {
  const family = subsetOf(letter)?.family;
  return family === undefined ? undefined : `${family}-${face}`;
}

/** The font file of a family that `familiesOf` named. */
export function fontOf(family: string): {
  readonly file: string;
  readonly data: Buffer;
  readonly weight: number;
  readonly style: string;
} {
  const face = FACES.find(({ name }) => family.endsWith(`-${name}`));
  const subset = face && subsets().find((one) => one.family === family.slice(0, -face.name.length - 1));
  if (face === undefined || subset === undefined) throw new Error(`there is no family ${family}`);
  // The document asks for the face's own weight and slant, whatever the file that stands in for it has.
  const { weight, style } = face;
  const file = fileOf(subset, face);
  return { file, data: readFileSync(fontFile(file)), weight, style };
}

/**
 * Every file that drawing may read, as paths beneath `node_modules`, the packages' licences with them: what a
 * deployment that carries only what is used has to carry.
 */
export function fontFiles(): string[] {
  const files = subsets().flatMap((subset) => FACES.map((face) => fileOf(subset, face)));
  const packages = ['inter', ...OTHERS].map((folder) => `@fontsource/${folder}`);
  const beside = packages.flatMap((one) =>
    ['package.json', 'unicode.json', 'LICENSE'].map((name) => `${one}/${name}`),
  );
  return [...new Set([...files, ...beside])].sort();
}

/** Inter has each face; of the others two weights do, upright, since Chinese and Korean letters have no slant. */
function fileOf({ folder, name }: Subset, { weight, style }: (typeof FACES)[number]): string {
  const [heavy, slant] = folder === 'inter' ? [weight, style] : [weight < 600 ? 400 : 700, 'normal'];
  return `@fontsource/${folder}/files/${folder}-${name}-${heavy}-${slant}.woff2`;
}

function subsetOf(letter: string): Subset | undefined {
  if (byLetter.has(letter)) return byLetter.get(letter);
  const code = letter.codePointAt(0) ?? 0;
  const has = ({ ranges }: Subset) => ranges.some(([from, to]) => code >= from && code <= to);
  const inter = isInInter(letter);
  const found = subsets().find((subset) => (subset.folder === 'inter') === inter && has(subset));
  byLetter.set(letter, found);
  return found;
}

function subsets(): readonly Subset[] {
  known ??= [
    ...subsetsIn('inter', SUBSETS),
    // The numbered subsets hold the letters; the others hold what Inter has.
    ...OTHERS.flatMap((folder) =>
      subsetsIn(
        folder,
        Object.keys(rangesIn(folder)).filter((key) => key.startsWith('[')),
      ),
    ),
  ];
  return known;
}

function subsetsIn(folder: string, keys: readonly string[]): Subset[] {
  const all = rangesIn(folder);
  return keys.map((key) => {
    const name = key.replaceAll(/[[\]]/gu, '');
    return { family: `${folder}-${name}`, folder, name, ranges: parsed(all[key] ?? '') };
  });
}

function rangesIn(folder: string): Record<string, string> {
  return JSON.parse(readFileSync(fontFile(`@fontsource/${folder}/unicode.json`), 'utf8'));
}

function parsed(ranges: string): [number, number][] {
  return ranges.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
