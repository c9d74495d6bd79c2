/**
 * Registrable names of large news publishers, without their endings, so that `bbc.com` and `bbc.co.uk` are one. One sign
 * among several: a publisher that is missing is still recognised by its pages.
 */
const PUBLISHERS = new Set(
  [
    // Agencies and broadcasters
    'reuters apnews afp dpa bloomberg bbc itv sky skynews channel4 cnn foxnews foxbusiness nbcnews abcnews cbsnews msnbc cnbc npr pbs c-span voanews rferl dw euronews france24 rfi aljazeera alarabiya rte cbc ctvnews globalnews abc sbs nhk kbs arirang cgtn tass rt presstv trtworld kanal rai rainews ansa adnkronos agi efe rtve orf srf swissinfo tagesschau zdf zdfheute ard ndr wdr br mdr hessenschau rbb24 swr nos vrt rtbf svt nrk yle dr tv2 ruv forces forcesnews newsmax',
    // United Kingdom, Ireland
    'theguardian guardian telegraph thetimes thesundaytimes independent ft economist dailymail mailonline thesun mirror express metro standard eveningstandard inews morningstar scotsman heraldscotland walesonline belfasttelegraph irishtimes independent irishexaminer thejournal newstatesman spectator theweek huffingtonpost huffpost bylinetimes politicshome',
    // United States, Canada
    'nytimes washingtonpost wsj usatoday latimes chicagotribune bostonglobe sfchronicle sfgate nypost nydailynews newsday miamiherald startribune denverpost seattletimes dallasnews houstonchronicle chron philly inquirer azcentral mercurynews oregonlive cleveland mlive nj al masslive time newsweek theatlantic newyorker vox slate salon politico thehill axios propublica motherjones thenation nationalreview theintercept thedailybeast businessinsider forbes fortune cnet theverge wired arstechnica techcrunch engadget stripes militarytimes defensenews defenseone breakingdefense janes theglobeandmail thestar torontosun nationalpost montrealgazette vancouversun ottawacitizen calgaryherald macleans lapresse ledevoir',
    // Germany, Austria, Switzerland
    'spiegel zeit faz sueddeutsche welt bild focus stern taz tagesspiegel handelsblatt n-tv ntv rnd merkur tz fr berliner-zeitung morgenpost abendblatt ksta express rp-online waz stuttgarter-zeitung augsburger-allgemeine nordbayern heise golem derstandard diepresse kurier krone kleinezeitung heute nzz tagesanzeiger blick 20min watson luzernerzeitung',
    // France, Belgium, Netherlands, Spain, Portugal, Italy
    'lemonde lefigaro liberation leparisien lesechos lexpress lepoint nouvelobs mediapart humanite ouest-france sudouest ladepeche 20minutes francetvinfo bfmtv lesoir lalibre levif hln demorgen standaard nieuwsblad volkskrant nrc telegraaf ad trouw nu elpais elmundo abc lavanguardia elperiodico eldiario elconfidencial larazon publico 20minutos publico expresso dn observador jn corriere repubblica lastampa ilsole24ore ilfattoquotidiano ilmessaggero ilgiornale',
    // Nordic, eastern Europe, Russia
    'dn svd aftonbladet expressen aftenposten vg dagbladet politiken berlingske jyllands-posten hs is iltalehti gazeta wyborcza wp onet rp tvn24 polsatnews idnes novinky aktualne ihned sme dennikn index telex hvg digi24 hotnews dnevnik pravda kyivpost kyivindependent ukrinform unian meduza novayagazeta kommersant rbc vedomosti lenta ria interfax',
    // Middle East, Africa
    'haaretz jpost timesofisrael ynetnews israelhayom hurriyet hurriyetdailynews dailysabah arabnews gulfnews khaleejtimes thenational middleeasteye al-monitor asharqalawsat dailystar naharnet ahram egypttoday tehrantimes rudaw kurdistan24 dailymaverick news24 timeslive iol mg businesslive premiumtimesng punchng vanguardngr guardian nation standardmedia theeastafrican monitor allafrica',
    // Asia, Pacific, Latin America
    'scmp straitstimes channelnewsasia bangkokpost thejakartapost inquirer rappler philstar japantimes asahi mainichi yomiuri nikkei sankei tokyo-np koreaherald koreatimes joongang chosun hankyoreh taipeitimes focustaiwan xinhuanet news people chinadaily globaltimes caixin timesofindia hindustantimes indianexpress thehindu ndtv indiatoday livemint theprint scroll thewire dawn geo tribune thenews thedailystar bdnews24 kathmandupost smh theage theaustralian afr news heraldsun dailytelegraph couriermail nzherald stuff rnz folha globo uol estadao clarin lanacion infobae pagina12 eltiempo elespectador eluniversal reforma milenio jornada excelsior emol latercera elcomercio sputniknews',
  ].flatMap((line) => line.split(' ')),
);

/** Words that publishers put into the names of their sites, in a dozen languages. */
const PUBLISHER_WORDS =
  /news|times|zeitung|nachrichten|tagblatt|kurier|herald|tribune|gazette|gazeta|journal|chronicle|telegraph|observer|guardian|courier|daily|post(?:en)?$|press|presse|prensa|noticias|noticia|diario|diari|giornale|corriere|dagblad|tidning|avis|blatt|bote|anzeiger|rundschau|magazin|reporter|headline|noviny|novosti|vesti/;

const ENDING_PART = /^(?:com?|org|net|gov|ac|edu|or|ne)$/;

/** How surely a host is a news publisher's: listed, named like one, or neither. */
export function publisherSign(host: string): 'listed' | 'named' | null {
  const parts = host.toLowerCase().replace(/\.$/, '').split('.');
  // The last label is the ending, and the one before it may be (`co.uk`, `com.au`).
  const names = parts
    .slice(0, -1)
    .filter((part, index) => part !== 'www' && (index === 0 || part.length > 1));
  const registrable = names.findLast((part) => !ENDING_PART.test(part)) ?? '';
  if (PUBLISHERS.has(registrable)) return 'listed';
  return PUBLISHER_WORDS.test(registrable) || names.includes('news') ? 'named' : null;
}
