/**
 * English words that carry no matter of their own: a question is understood without them, so an answer need not
 * cover them. About English, not about any briefing.
 */
import { stemOf } from '../words.ts';

const LINES = [
  // Grammar.
  'a an the this that these those there here it its itself he him his himself she her hers they them their theirs themself themselves we us our ours i me my mine you your yours yourself one ones who whom whose which what when where why how whichever whatever whoever',
  'am is are was were be been being do does did done doing have has had having will would shall should can could may might must ought cannot wont dont didnt doesnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt cant im ive id ill theyre theyve hes shes thats whats whos wheres hows whens whys lets',
  'and or but nor so yet if then than as at by for from in into of off on onto out over to up upon with within about above across after against along also although amid among amongst around because before behind below beneath beside besides between beyond despite down during each either else even ever every except few further hence however like many more most much near neither once only other others otherwise own per perhaps rather same several since some still such though through throughout thus till together too toward towards under until unless very via was well whether while whilst yes ok okay et al vs versus etc',
  'all any anybody anyone anything anywhere both enough everybody everyone everything everywhere somebody someone something somewhere nothing nobody none somehow anyhow anyway whoever',
  // Asking politely.
  'please pls plz thanks thank thx hello hi hey dear sir madam sorry excuse kindly cheers ta kuril_bot bot attache btw just quick quickly simply maybe actually really truly basically exactly precisely specifically generally apparently supposedly allegedly reportedly officially briefly roughly approximately about around probably possibly currently recently finally actually eventually ultimately mainly mostly mainly largely already always often usually sometimes anymore',
  'tell know say said says saying tells told ask asked asking wonder wondering wondered explain explained describe described show list name give gimme find check see look need want wants wanted wish wishes like love help understand figure remind inform summarise let get gets got getting make makes made making take takes took taken taking go goes went gone going come comes came coming put puts bring brings brought use used using try tries tried trying happen happens happened happening occur occurred occur end ends ended start started begin began',
  'mention mentioned mentions discuss discussed discusses comment comments commented remark remarks remarked state stated states statements quote quotes quoted quotation quotations speak speaks spoke spoken speaking talk talked talking report reported reports reporting according express expressed voice voiced refer referred note noted note notes add added call called calls describe',
  'think thinks thought believe believes believed feel feels felt see sees saw view views opinion opinions stance stances position positions standpoint attitude take argue argues argued argument suggest suggests suggested reckon reckons consider considers assess assessment analysis perspective word words line angle',
  // Words for the question, the source and its parts.
  'article articles source sources text texts piece story stories news briefing briefings summary document paper press passage paragraph paragraphs information info detail details data fact facts answer answers question questions point points context background gist bottom',
  'thing things stuff matter matters issue issues topic topics subject subjects question case kind kinds type types sort sorts way ways part parts role roles aspect aspects bit reason reasons value valuable importance cause causes purpose point idea ideas regard regards respect concern concerning regarding relation related involving involve involved involves connection situation status state happening total number numbers amount amounts sum sums quantity figure figures count size level extent share portion proportion',
  'agenda promote promotes promoted foster further become becomes became becoming reach reached reaches new main major key big bigger biggest large larger small important significant notable chief primary central overall whole entire general particular specific certain various different real true actual latest latter former following previous such able likely',
  'person persons man men woman women guy guys folk folks someone lot lots bunch couple group groups side sides party parties',
  'think mean means meant meaning stand stands stood behind hold holds held keep kept stay remain remains remained turn turned set sets seem seems seemed appear appears appeared exist exists existed include includes included including contain consist concern work works worked run place took play played',
  'now then today currently present moment nowadays far long ago time times day days date dates occasion week weekend period year years month months morning evening',
  'exact full latest official publicly formally formal common basic brief short',
  'no not never nt without back ending expect expected expects',
  'compare compared compares comparing comparison differ differs differing difference differences different versus contrast',
  'reporters journalists press media last lasted lasts lasting editor readers reader',
  'prompt prompted prompting trigger triggered spark sparked caused causing direct directly follow follows sake order spite regardless due given based instead rather hand hands',
  'want intend intends intended hope hopes hoped hoping aim aims aimed goal goals objective seek seeks sought try desire desires desired wish plan plans planned planning intention intentions',
  'prompt prompted prompting trigger triggered spark sparked caused causing direct directly follow follows publish published fate behalf eyes eye apart aside attempt effort efforts move moves step steps approach tactic strategy strategies decision consequence consequences effect effects impact implication implications significance example examples list element change changed changes changing shift benefit benefits gain gains good bad better great hint hinted hints mind heart sense manner fashion extent degree respective respectively willing able amongst overall exactly specifically regarding concerning alleged supposed so-called notable particular relevant related associated pair trio handful set serious seriously simple long-standing longstanding ever yet still just only even actually also too quite rather very really interested curious heard read reading saw seen learn learned noticed remember forget',
  'eh um uh oh ah well hmm lol yo u r ur wat wot wut whats wht abt tho bro mate guys anyone',
];

const PHRASED = new Set(LINES.flatMap((line) => line.split(' ')));
/** Other forms of the verbs among them: 'needed', 'holding'. */
const STEMS = new Set(
  'need hold use keep tell know ask explain describe give find show wonder think believe argue suggest mention discuss comment remark state quote report express include involve consider seem appear happen occur expect regard relate refer help plan want hope aim intend seek try work play stand stay remain'
    .split(' ')
    .map(stemOf),
);

/** Whether a word, in small letters, carries no matter of its own. */
export function isLight(word: string): boolean {
  return (
    PHRASED.has(word) ||
    STEMS.has(stemOf(word)) ||
    (word.length > 5 && word.endsWith('ly') && !KEEPS_MATTER.has(word))
  );
}

/** Adverbs that do carry matter. */
const KEEPS_MATTER = new Set([
  'family',
  'supply',
  'reply',
  'assembly',
  'anomaly',
  'monopoly',
  'early',
  'militarily',
  'economically',
  'strategically',
  'legally',
  'jointly',
  'monthly',
  'yearly',
  'weekly',
  'italy',
  'sicily',
  'personally',
  'secretly',
  'privately',
  'unanimously',
]);

export const LIGHT_WORDS: readonly string[] = [...PHRASED];
