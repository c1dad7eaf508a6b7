/** How people write common words in a hurry: too short to be mended by likeness. About English, not about any briefing. */
const LINES = [
  'much mch mutch',
  'many mny meny',
  'the teh hte th',
  'which wich whch',
  'when wen whn',
  'where wher whre',
  'what wat wht waht wut wot',
  'whats wats whts wuts',
  'who hoo',
  'why wy whi',
  'how hw hwo',
  'did dd ddi',
  'does doez',
  'people ppl peeps',
  'about abt abut',
  'between btwn',
  'because bc cuz coz becuz becuase',
  'with wth',
  'without witout',
  'you u',
  'are r',
  'your ur',
  'please pls plz plse',
  'their thier ther',
  'they thye',
  'said sed sayed',
  'say sya',
  'sign sgin',
  'from frm',
  'government govt gov gvt',
  'president pres prez',
  'agreement agrmt agreemnt',
  'billion bil bln',
  'thursday thurs thu',
  'friday fri',
  'december dec',
  'september sept sep',
];

const MEANT = new Map(
  LINES.flatMap((line) => {
    const [word = '', ...written] = line.split(' ');
    return written.map((one) => [one, word] as const);
  }),
);

/** The word that a hurried one stands for; undefined for any other word. */
export function longhandOf(word: string): string | undefined {
  return MEANT.get(word);
}
