/** Forms that a stemmer cannot bring home: the form, then its base. About English, not about any briefing. */
const LINES = [
  'met meet', 'held hold', 'fled flee', 'gave give', 'given give', 'took take', 'taken take', 'built build',
  'spent spend', 'sold sell', 'bought buy', 'left leave', 'went go', 'gone go', 'began begin', 'begun begin',
  'kept keep', 'sought seek', 'fought fight', 'won win', 'lost lose', 'paid pay', 'led lead', 'wrote write',
  'written write', 'brought bring', 'drove drive', 'driven drive', 'threw throw', 'thrown throw', 'broke break',
  'broken break', 'froze freeze', 'frozen freeze', 'shook shake', 'rose rise', 'risen rise', 'grew grow',
  'grown grow', 'fell fall', 'fallen fall', 'dealt deal', 'made make', 'ate eat', 'eaten eat', 'drank drink',
  'slept sleep', 'wore wear', 'born birth', 'died die', 'dying die', 'dead die', 'flew fly', 'flown fly',
  'sent send', 'lent lend', 'shot shoot', 'hid hide', 'chose choose', 'chosen choose', 'stole steal',
  'stolen steal', 'struck strike', 'swore swear', 'sworn swear', 'taught teach', 'understood understand',
  'withdrew withdraw', 'withdrawn withdraw', 'forbade forbid', 'forgave forgive', 'laid lay', 'lay lie',
  'men man', 'women woman', 'children child', 'people people', 'wives wife', 'lives live', 'living live',
  'troops troop', 'forces force', 'jets jet', 'companies company', 'media media', 'criteria criterion',
  'oversaw oversee', 'became become', 'arose arise', 'caught catch', 'cut cut', 'put put', 'set set',
  'hurt hurt', 'cost cost', 'beat beat', 'fed feed', 'rode ride', 'sang sing', 'sat sit', 'spread spread',
  'tore tear', 'torn tear', 'woke wake', 'shed shed', 'split split', 'quit quit', 'bet bet', 'bets bet',
  'economy econom', 'economies econom', 'economic econom', 'economical econom', 'economically econom', 'economics econom',
  'militarisation militari', 'militarization militari', 'militarise militari', 'militarize militari', 'militarised militari', 'militarising militari', 'militarily militari',
  'territory territori', 'territories territori', 'territorial territori',
  'strategy strateg', 'strategic strateg', 'strategically strateg', 'strategies strateg',
  'minister minist', 'ministry minist', 'ministerial minist', 'ministers minist',
  'legally legal', 'law law', 'laws law', 'lawful law', 'analysts analyst', 'analyst analyst', 'analysis analys',
  'defence defens', 'defense defens', 'defensive defens', 'defend defens', 'defences defens',
  'modernisation modern', 'modernization modern', 'modernise modern', 'modernize modern', 'modernising modern',
  'cooperation cooper', 'cooperate cooper', 'co-operation cooper', 'collaborate cooper',
  'geography geograph', 'geographic geograph', 'geographical geograph', 'geographically geograph',
  'commercial commerc', 'commerce commerc', 'tension tension', 'tensions tension', 'tense tension',
  'mistrust mistrust', 'mistrustful mistrust', 'distrust mistrust', 'suspicious suspici', 'suspicion suspici',
];

const BASES = new Map(LINES.map((line) => line.split(' ') as [string, string]));

/** The base of an irregular form, in small letters; `undefined` where the stemmer will do. */
export function baseOf(word: string): string | undefined {
  return BASES.get(word);
}

export const IRREGULAR_WORDS: readonly string[] = [...BASES.keys()];
