/**
 * Everyday words that are no typing errors of a word that a briefing on politics is likely to know.
 * They carry matter: a question with one of them is only answered where the briefing has it.
 */
export const ORDINARY_WORDS: readonly string[] = (
  'age ages aged old older oldest young younger born birth birthday death die died dies dead marriage marry married divorce wife wives husband spouse daughter son sons child children kids mother father parent parents brother sister family dog dogs cat cats pet pets horse bear akita ' +
  'price prices priced prize cheap expensive salary salaries wage wages income wealth rich poor tax taxes debt loan loans interest rate rates inflation stock stocks share shares market markets currency yen ruble rubles rouble roubles euro euros gdp profit profits loss losses revenue export exports import imports tariff tariffs ' +
  'food foods eat eats ate eaten dinner lunch breakfast menu sushi sake wine vodka drink drinks drank tea coffee meal meals cook restaurant toast ' +
  'weather climate temperature rain rainy hot cold warm sunny wind storm earthquake tsunami volcano nature animal animals bird birds whale whales ' +
  'sport sports football soccer judo karate sumo golf tennis olympics olympic medal game games play player team score ' +
  'music song songs film films movie movies book books poem poems joke jokes art museum dance sing recipe recipes story essay code program python javascript computer phone phones internet website email password key keys token tokens secret secrets hack hacking hacker hackers cyber ' +
  'school schools student students teacher teachers class lesson homework exam college science scientist math maths ' +
  'doctor doctors hospital health disease virus vaccine covid pandemic medicine drug drugs cancer ' +
  'car cars train trains bus flight flights airport airports airline airlines road roads bridge bridges tunnel railway port ports harbour harbor boat boats ferry ferries coast coastal coasts coastline lake river rivers mountain mountains forest beach ' +
  'house houses home homes building buildings door window room rooms bed garden street city cities town towns village villages farm farms ' +
  'language languages english russian japanese french german spanish translate translation translator interpreter speak ' +
  'religion religious church shrine temple god pope christian muslim orthodox buddhist ' +
  'election elections elect elected vote votes voted voter voters parliament duma diet congress senate senator party democracy democratic communist communism socialist coup impeachment scandal corruption referendum poll polls popularity popular approval rating ratings ' +
  'court courts judge judges lawyer lawyers crime crimes criminal prison jail arrest arrested murder murdered kill killed kills killing shot shoot shooting assassinate assassinated assassination attack attacks attacked bomb bombs bombing terror terrorist terrorism hostage victim victims injured wounded violence violent abduction abducted abductions kidnapped ' +
  'missile missiles rocket rockets tank tanks gun guns bullet bullets warhead warheads satellite satellites drone drones ship ships fleet fleets carrier destroyer soldier soldiers sailor sailors pilot pilots marine marines general generals admiral commander commanders veteran veterans ' +
  'king queen prince princess emperor empress royal royals crown throne ceremony palace kremlin ' +
  'area areas acre acres square kilometre kilometres kilometer kilometers km mile miles metre metres meter meters height tall high higher weight weigh heavy width wide deep depth distance far speed fast slow size population populations density number percentage percent ratio average rank ranking ' +
  'colour color colours red blue green white black yellow gift gifts present presents handshake hug kiss smile smiled laugh laughed cry cried tears angry anger happy sad mood tie suit clothes wear wore dress shoes hair eyes face hand hands foot feet head ' +
  'next later afterwards future tomorrow yesterday tonight again future successor successors replace replaced resign resigned resignation retire retired term reelect ' +
  'north northern east eastern northeast northwest land lands landed landing hire fire fired wire wired worse worst worth worthy treat treats treated trait traits tread trend trends trade trump trumps trunk trust rust crust thrust crisp crime crimes climb base basis bass face phase leader leader reader readers loader header ' +
  'plan plane plain planet plants plant planted peach peaches pence piece pieces place placed palace palaces paste waste taste toast roast coast boast host hosts hosted ghost cost costs costing post posts posted lost last least beast feast fast ' +
  'sign sight sights sing single signal signals design designs singer resin resign region regions religion legion season reason seasons reasons treason person prison poison persons ' +
  'flee fleet fleeing feel feels free freed freedom fled flew flow flows flood floods fold folded field fields yield shield ' +
  'rules ruled ruler rulers mules roles rolls loses losing closing closed clothes cloth moscow tokyo seize sieze size sized prize ' +
  'visa visas visit visitor visitors visited vision visions division divisions revision television provision ' +
  'brother bother mother other another weather whether leather feather heather gather rather lather ' +
  'police polite policy policies politics political politician politicians polish polled ' +
  'stress stressed street distress actress tress princess progress process processes address express ' +
  'military militia militant militants minister minster monster monitor minor mining miner miners manor ' +
  'security scarcity obscurity maturity purity ' +
  'energy enemy enemies energetic sanction section sections auction action actions faction function ' +
  'jets jest pets bets nets sets lets gets debts ' +
  'bill bills billion million trillion thousand hundred dozen millions billions thousands hundreds dozens ' +
  'snow show shows showed slow snowden crown ' +
  'island islands inland ireland iceland finland poland holland highland mainland ' +
  'bank tank rank thank banker bankers ' +
  'spokesman spoken broken token taken ' +
  'hotel hostel hotels motel novel novels towel model models ' +
  'arms farms alarm army charm harm warm worm storm form forms norm ' +
  'cooperation corporation operation operations corruption ' +
  'author authority authorities authors ' +
  'spy spies intelligence agent agents kgb cia fbi ' +
  'nuke nukes plutonium uranium reactor reactors fukushima chernobyl hiroshima ' +
  'immigration immigrant migrants migrant refugee border borders fence wall walls ' +
  'women gay lgbt rights freedom race racism religion human ' +
  'agenda communique hashtag tweet tweets tweeted headline title publisher newspaper channel television tv radio broadcast voa reuters associated'
).split(' ');
