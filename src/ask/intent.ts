/** What kind of answer a question asks for, told from its wording alone: small letters, single spaces. */

export type Asked =
  /** `noun`: what is counted and the rest, as typed, in small letters. */
  | { readonly kind: 'count'; readonly noun: string }
  | { readonly kind: 'amount' }
  | { readonly kind: 'duration' }
  /** A measure that needs words of its own: age, height, distance. */
  | { readonly kind: 'measure'; readonly of: string }
  | { readonly kind: 'when' }
  | { readonly kind: 'where' }
  | { readonly kind: 'who' }
  | { readonly kind: 'why' }
  | { readonly kind: 'whether' }
  | { readonly kind: 'compare' }
  /** Who or what somebody or something is. */
  | { readonly kind: 'identity'; readonly of: 'who' | 'what' }
  | { readonly kind: 'overview' }
  /** What happened, what became of something. */
  | { readonly kind: 'happened' }
  /** Everything else: what, which, how, a topic alone. */
  | { readonly kind: 'what' };

export type Speech =
  | 'none'
  /** Words of somebody's own are asked for: only theirs will do. */
  | 'own'
  /** A wish, a plan or a deed of somebody's: their words are best. */
  | 'deed';

const COUNT = /\b(?:how many|(?:the |what |total |exact )?number of|count of|quantity of)\b\s*(.*)$/;

const MEASURES: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow (?:old|young)\b|\bage of\b|\bwhat age\b|\b(?:his|her|their|whose) age\b|\bborn\b|\bbirthdays?\b/,
    'age',
  ],
  [/\bhow tall\b|\bheight\b/, 'height'],
  [
    /\bwhere (?:does|did|do) (?:\w+ ){1,3}(?:live|sleep|stay|study|reside)$|\bwhere (?:is|are|was|were) .* (?:based|headquartered|from|born|buried|registered)$/,
    'home',
  ],
  [/\bhow far(?! back| along| apart)\b|\bdistance\b/, 'distance'],
  [/\bhow (?:cold|hot|warm)\b|\btemperature\b/, 'temperature'],
  [/\bhow (?:fast|heavy|deep|wide|high)\b/, 'measure'],
  [
    /\bhow (?:big|large) (?:are|is) (?:the )?(?:kuril|island|disputed|territor|northern)|\barea of\b|\bsurface\b|\bsquare\b/,
    'area',
  ],
  [/\b(?:per ?cent|percentage|proportion|share of|how much of)\b/, 'percent'],
];

const OVERVIEW =
  /^(?:(?:give me |show me |i want )?(?:a |an |the )?(?:quick |short |brief )?(?:summary|overview|gist|tldr|tl dr|rundown|recap|main points|key points|highlights|takeaways|key takeaways|bottom line)(?: please| of (?:it|this|the (?:article|report|summit|talks|meeting|story|briefing)))?|summari[sz]e(?: (?:it|this|the (?:article|report|summit|talks|meeting|story|briefing)))?|sum (?:it )?up|brief me|what(?: is| was| s|s)? (?:happened|going on|it about|it all about|(?:this|that|the article|the story|the report|the briefing|all this|this all|the summit|the meeting) (?:all )?about|are the (?:main|key) (?:points|takeaways))(?: at the summit| at the talks| at the meeting| in this article| here)?)$/;

const INVERTED =
  /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might|isnt|arent|wasnt|werent|didnt|doesnt|dont|hasnt|havent|wont|whether|if|is it true|any)\b/;

/** In the order in which they are tried: the first that fits is what is asked. */
const KINDS: readonly (readonly [RegExp, Asked])[] = [
  [
    /\bhow long\b(?! (?:have|has|had)\b)|\bhow many (?:days|years|weeks|hours)\b|\bduration\b|\blength of\b/,
    { kind: 'duration' },
  ],
  [
    /\bhow much\b|\bhow (?:big|large|sizeable|expensive|costly|rich)\b|\bwhat (?:amount|sum|size)\b|\b(?:size|worth|cost|price|amount|budget) of\b|\bwhat (?:is|was|are|were|s) .*\b(?:worth|cost|size|budget|price)\b|\bwhat did .* cost\b/,
    { kind: 'amount' },
  ],
  [
    /\b(?:compare|comparison|versus|vs)\b|\bdifferences? between\b|\bdiffer(?:s|ed|ing)?\b|\bdisagree|\bside by side\b|\bwhere do .* stand\b|\bas opposed to\b|\bcontrast\b|\bboth sides\b|\bwh(?:o|ich \w+) (?:wants?|thinks?|holds?|says?) what\b/,
    { kind: 'compare' },
  ],
  [
    /\b(?:job|occupation|profession|employer|affiliation)\b|^who does (?:\w+ )+work for$|^where does (?:\w+ )+work$|^what does (?:\w+ )+do(?: for a living)?$/,
    { kind: 'identity', of: 'who' },
  ],
  [INVERTED, { kind: 'whether' }],
  [
    /^what (?:has |had )?(?:happen|became|come of|went on)|^what(?:s| is| s) (?:the (?:status|state|fate) of|happening)/,
    { kind: 'happened' },
  ],
  [
    /\b(?:what|which) (?:year|date|day|month|time)\b|^since when\b|^how long (?:have|has|had)\b|^(?:from |until )?when\b|\bhow far back\b|^dates?\b|\bdates? (?:of|for|did|was|were)\b/,
    { kind: 'when' },
  ],
  [
    /\bwhy\b|\bhow come\b|^what (?:caused|made|prompted|triggered|sparked|led to|provoked|prevents|prevented|stops|stopped|keeps|kept)\b|\bfor what reason\b|\bthe (?:motive|thinking|logic) (?:for|behind)\b|\breasons?\b/,
    { kind: 'why' },
  ],
  [
    /^where\b|\b(?:what|which) (?:city|cities|place|places|town|venue|location|prefecture|resort|hotel|ocean|sea|region)\b|^(?:place|venue|location)\b/,
    { kind: 'where' },
  ],
  [/^who(?:s| s)? (?:is|are|was|were)\b|^(?:whos|who s)\b/, { kind: 'identity', of: 'who' }],
  [
    /^(?:who|whom|whose|to whom|by whom|with whom|from whom)\b|\b(?:which|what) (?:\w+ )?(?:company|companies|firms?|corporations?|businesses|banks?|countries|country|nations?|powers|leaders?|analysts?|experts?|person|people|officials?|organi[sz]ations?|partners?|university|think tank|institute|expert|scholar)\b/,
    { kind: 'who' },
  ],
  [
    /^what(?: is| are| was| were| s)\b|^whats\b|^(?:tell me |info(?:rmation)? |more )?(?:about|on)\b|^define\b|^tell me about\b/,
    { kind: 'identity', of: 'what' },
  ],
  [/\bwhere\b/, { kind: 'where' }],
  [/\bwhen$/, { kind: 'when' }],
  [/\bwhy\b/, { kind: 'why' }],
];

export function askedIn(words: string): Asked {
  const count = COUNT.exec(words);
  if (count !== null && !/^how many (?:days|years|weeks|hours)\b/.test(words))
    return { kind: 'count', noun: count[1] ?? '' };
  for (const [pattern, of] of MEASURES) if (pattern.test(words)) return { kind: 'measure', of };
  if (OVERVIEW.test(words)) return { kind: 'overview' };
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? { kind: 'what' };
}

const OWN =
  /\b(?:say|says|said|saying|tell|tells|told|comment|comments|commented|remark|remarks|remarked|mention|mentions|mentioned|quote|quotes|quoted|quotations?|words?|think|thinks|thought|thoughts|view|views|opinion|opinions|take|argue|argues|argued|argument|believe|believes|believed|feel|feels|claims? that|claimed that|warn|warns|warned|explain|explains|explained|describe|describes|described|suggest|suggests|suggested|according|speak|spoke|talk(?:s|ed)? about|stress|stressed|stresses|emphasi[sz]ed?|reiterate[ds]?|insist(?:s|ed)?|state|states|stated|predict(?:s|ed)?|respond(?:s|ed)?|react(?:s|ed)?|reckon(?:s|ed)?|reply|replied|reaction|perspective|analysis|assessment|declare[ds]?|reveal(?:s|ed)?|disclose[ds]?|announce[ds]?|tweet(?:s|ed)?|promise[ds]?|vow(?:s|ed)?|pledge[ds]?|admit(?:s|ted)?|den(?:y|ies|ied)|confirm(?:s|ed)?|apologi[sz]ed?|threaten(?:s|ed)?|praise[ds]?|critici[sz]ed?|call(?:s|ed)? for|statements? (?:by|from|of))\b|\bhow (?:do|does|did) .* see\b|\b(?:did|does|do) \w+ claim\b/;
const DEED =
  /\b(?:want|wants|wanted|wish|wishes|plan|plans|planned|planning|agree|agrees|agreed|demand|demands|demanded|demanding|propose|proposes|proposed|offer|offers|offered|position|positions|stance|stances|policy|hope|hopes|hoping|intend|intends|seek|seeks|support|supports|favou?r|favou?rs|oppose|opposes|accept|accepts|reject|rejects|refuse|refuses|refused|willing|ready|condition|conditions|concern|concerns|concerned|worried|worry|complain|complains|complained|aim|aims|goal|goals|discuss|discussed|hint|hinted|raise|raised|accuse|accused)\b/;

/** Whether somebody's own words are asked for, or what somebody wants or does. */
export function speechIn(words: string): Speech {
  const asked = words
    .replace(/^(?:please )?(?:tell|show|explain|describe)(?: to)?(?: me| us)?\b/, '')
    .replace(
      /\baccording to the (?:article|report|source|text|briefing|story)\b|\b(?:take|took|takes) (?:place|part|over)\b|\btake\b(?! on)/g,
      '',
    )
    .replace(/\b(?:legal|rival|competing|territorial|its|their|both|the|a|s) claims?\b/g, '');
  if (OWN.test(asked)) return 'own';
  return DEED.test(words) ? 'deed' : 'none';
}

/** Whether the question itself says that something is not so. */
export function isNegative(words: string): boolean {
  return /\b(?:no|not|never|without|fail|fails|failed|failure|unable|cant|cannot|couldnt|didnt|doesnt|hasnt|havent|isnt|wont|wouldnt|nt|unwilling|refuse|refuses|refused|reject|rejected|stop|stops|stopped|prevent|prevents|prevented|preventing|block|blocks|blocked|blocking|obstacle|obstacles|stuck|hold(?:s|ing)? (?:up|back)|hard|difficult|trouble|reluctant|stand(?:s|ing)? in the way|still|impasse|deadlock|yet|lack|lacking|kept .* from|keeps? .* from|missing|hindering|sticking|away|hesitate|hesitates|elusive)\b/.test(
    words,
  );
}
