/**
 * Words of everyday English, in lower case, by which a name is recognised that would light up half of every page.
 *
 * The 3,500 commonest words of two texts in the public domain (the annual messages of the presidents of the United States,
 * those after 1945 counted threefold, and Melville's "Moby-Dick"), without names and the whaling trade, and a few hundred
 * from kitchen, street, office and weather that neither text has much use for.
 */
const WORDS = `
abandon abandoned ability able aboard about above abroad absence absolute absolutely abundance abundant
abuse abuses accept accepted access accompanied accompanying accomplish accomplished accomplishment
accordance according accordingly account accounts achieve achieved achievement achievements acquired acres
across act acted acting action actions active activities activity acts actual actually adapted add added
adding addition additional address addressed adequate adequately adjusted adjustment administration
administrative admission admit admitted adopt adopted adoption advance advanced advancement advances
advancing advantage advantages advice affair affairs affect affected affecting afford affordable afforded
afloat afraid aft after afterwards again against age agencies agency agenda agent agents ages aggregate
aggression aggressive ago agree agreed agreement agreements agricultural agriculture ahead aid aim ain air
alike alive all allies allow allowed almost aloft alone along alongside already also alternative although
altogether always am amazon amendment amid among amount amounted amounting amounts ample an anchor ancient
and animal announce announced annual annually another answer answered ant anticipated anxious any anybody
anyone anything anywhere apart app apparent apparently appeal appear appearance appeared appears apple
application applied apply appointed appointment apprehension approach approaching appropriate appropriated
appropriation appropriations approval approve approved april arbitration are area areas argument arise
arisen arising arm armed armies arms army around arrangement arrangements arrived art article articles arts
as ashore aside ask asked asking aspect assault assigned assist assistance associations assume assumed
assurance assure assured astern at atlas atomic attached attack attacks attained attempt attempts attend
attended attention attitude august aunt authorities authority authorize authorized authorizing autumn
available average avoid aware away awe awful aye baby back backs bad bag balance balanced banana bank
banking banks banner bar barrels barriers base based basic basis bathroom battle be beach bear bearing bears
beat beautiful beauty became because become becomes becoming bed bedroom bee beef been beer before began
begin beginning begins begun behalf beheld behind behold being belief believe believed belong belonged
belonging belongs below belt bench beneath beneficial benefit benefits bent besides best bestowed better
between beyond big biggest bike bill billion billions billows bills binnacle bipartisan bird birth bishop
bit bitter black blacksmith bless blessed blessings blind block blood blow blows blubber blue board boat
boats bodies bodily body boiling bold boldly bonds bone bones book books boom boots border borders bore born
borne boss both bottom bound boundary bow bows box boxing boy boys brain branch branches brand brave bread
break breakfast breaking breath breeze brief brigade bright bring bringing brings broad broke broken brother
brought brow brown bucket budget build building buildings built bulk bulwarks burden burdens buried burning
burst bursting bus business businesses but butter buy by bye cabin cable cake calculated call called calling
calls calm calmly came camera campaign can canal cannibal cannot canvas capable capacity capital captain
captains capture captured car care career careful carefully carpenter carried carries carry carrying cars
carved case cases cash casks cast cat catch caught cause caused causes cease census cent centers central
centre cents centuries century certain certainly chains chair challenge challenges chance chanced chances
change changed changes changing channel chap chapter character charge charged charges charter chase chased
check cheese cherish chest chicken chief chiefly child children chocolate choice choices choose chosen
church circle circles circulation circumstance circumstances cities citizen citizens citizenship city civil
civilian civilization civilized claim claims class classes clean clear clearly climate clinic clock close
closed closely closer cloud clouds club coal coalition coast coasts coat coffee coffin coin cold collected
collection collective college colleges colonies colour combat combination combined come comes comfort coming
command commanded commander commanders commenced commend commerce commercial commission commissioners
commitment commitments committed committee common communicated communication communications communist
communities community companies company comparatively compared compass compassion compensation compete
competent competition competitive complete completed completely completion complex complicated composed
comprehensive compromise computer conceit concern concerned concerning concerns conclude concluded
concluding conclusion condition conditions conduct conducted conference conferred confidence confident
confidently confined conflict conflicts confront congressional connected connection conscience conscious
consent consequence consequences conservation consider considerable considerably consideration
considerations considered considering consistent constant constantly constitutional construction
constructive consular consumer consumers consumption contact contain contained containing contains
contemplated content contest continent continual continually continuance continue continued continues
continuing contract contracts contrary contrast contribute contribution contributions control controls
controversy convenient convention conviction convinced cook cool cooperate cooperation cooperative copy
corner corporate corporations corps corpse correct correspondence corresponding cost costly costs cough
could couldn counsel countenance countries country courage course court courts cousin cover coverage covered
cow coward craft crazy create created creating creation creature creatures credit crew crews cricket cried
cries crime crimes criminal criminals crisis critical cross crossed crossing crow crown cruel cruisers
cruising cry cunning curious currency current custom customary customs cut cuts cutting dad daily dam danger
dangerous dangers dare daring dark darkness dart darted darting dashed dat date day days dead deadly deal
dealing dean dear death debate debt debts decade decades december decent decide decided decision decisions
deck decks declare declared decline declined decrease deem deemed deep deeper deepest deeply defeat defence
defend defense defenses deficiency deficit deficits degree delay deliberate delicate deliver delivered
delivery demand demanded demands democracy democratic demonstrate demonstrated denied deny departed
departments depend dependence dependent depends depression depth derived descend described descried
description deserve deserves design designed desirable desire desired desk despair desperate despite
destined destiny destroy destroyed destruction destructive detail detailed details determination determine
determined develop developed developing development developments devil devils devoted did didn die died
difference differences different difficult difficulties difficulty dignity dim diminished dinner diplomacy
diplomatic direct directed direction directions directly disabled disappeared disaster discharge discharged
discipline discovered discovery discrimination discussion disease disposal disposed disposition dispute
disputes distance distant distinct distinguished distress distribution district districts divided division
do doctor doctors doctrine does doesn dog doing dollar dollars domestic don done doom door doors dost double
doubled doubloon doubt doubted doubtless down drag dragged draw drawing drawn dread dream dreams dress drew
drink drive driven driving drop dropped dropping drug drugs dry duck due duke duly during duties duty dying
each eager eagle earlier earliest early earn earned earnest earnestly ears earth earthly earthquake ease
easier easily easy eat economic economical economies economy edge education educational effect effected
effective effectively effects efficiency efficient effort efforts egg eight either elected election
elections element elements elephant eliminate else elsewhere email embraced emergency employed employees
employers employment empty enable enabled enact enacted enactment encounter encountered encourage encouraged
encouragement encouraging end endeavor ended ending endless ends endure enduring enemies enemy energy
enforce enforcement engaged engine enhance enjoy enjoyed enlarged enlightened enormous enough ensure enter
entered entering enterprise enterprises entire entirely entitled entry environment equal equality equally
equipment era erect escape especially essential establish established establishing establishment estimate
estimated estimates eternal even evening event events eventually ever every everybody everyone everything
everywhere evidence evil evils evinced exact exactly examination examine example exceed exceeding
exceedingly excellence excellent except exception excess excessive exchange excitement exclaimed exclusive
executed execution executive exercise exercised exist existed existence existing exists expand expanded
expanding expansion expect expected expedient expedition expenditure expenditures expense expenses expensive
experience experienced experiment export exports exposed express expressed expression extend extended
extending extension extensive extent external extra extraordinary extreme eye eyeing eyes face facebook
faced faces facilities facing fact factories facts fail failed failure fain fair fairly faith faithful fall
fallen falling false families family famous fancy far farm farmer farmers farms fashion fast faster fatal
fate father fathoms favor favorable fear fearful fears features february feeding feel feeling feelings feels
feet fell fellow fellows felt few field fields fiery fifteen fifth fifty fight fighting figure figures fill
filled film fin final finally finance finances financial financing find finding finds fine finger fingers
finish finished fins fire firm firmly first fiscal fish fishermen fishery fit fitted five fix fixed flag
flame flames flank fleet flesh flew floated floating flood floor flow flu flukes fly flying foam focus foe
folks follow followed following follows food fool foolish foot football footing for force forced forces fore
forecastle forehead foreign foremost forests forever forge forget forgotten form formed former forming forms
forth forty forward foster fought found foundation foundations founded four fourth fox frank frantic fraud
free freedom freely frequently fresh friday friend friendly friends friendship fro from front frontier fruit
fuel fulfill full fullest fully functions fund fundamental funding funds furnish furnished further future
gain gained gains gale gallant game games gap garage garden gas gathered gave gay gaze gazing general
generally generation generations generous gentleman gentlemen get getting ghost gigantic girls give given
gives giving glad glance glass glided gliding global globe gloom glory gloves go goal goals gods goes going
gold golden golf gone good goods google goose got government governmental governments governor grace grade
gradually grand grant granted grants grass grateful gratifying gratitude grave gray great greater greatest
greatly greatness green grew grey grim gross ground grounds group groups grow growing grown growth guarantee
guard guess guests guided gun guns gunwale had hail hailed hair half hammer hammock hand handed handle hands
hanging happen happened happens happily happiness happy harbor harbors hard harder hardly harm harmony
harpoon harpooneers harpoons has hast hat hate have haven having he head headed heads health healthy hear
heard hearing heart hearted hearts heat heave heaven heavens heavily heaving heavy height held hell helm
help helped helping hemisphere hence her herd herds here hereafter heretofore herewith heroes herself hidden
high higher highest highly hill him himself hint hinted hire his historic history hit hither hitherto
hoisted hold holding holds hole hollow holy home homes honest honor honorable honour hook hope hoped hopeful
hopes horizon horizontal horrible horror horse hospital hospitals host hostile hostilities hot hotel hour
hours house houses housing how however hue huge hull human humanity hump hundred hundreds hung hunt hunted
hunter hunters hurricane husband ice idea ideals ideas idol if ignorance ignorant ill illegal image
immediate immediately immense immigrants immigration immortal impact imperative imperial importance
important imported imports impose imposed impossible improve improved improvement improvements improving in
inadequate incentives inch inches incident include included includes including income incomes increase
increased increases increasing increasingly incredible indeed indemnity independence independent indicated
indifferent indirectly indispensable individual individuals induce industrial industries industry inevitable
inevitably inflation influence influences information informed infrastructure inhabitants initiative
initiatives injuries injury injustice innocent innovation inquiry inserted inside insist inspection instance
instances instant instantly instead institution institutions instructed instructions instrument insult
insurance insure integrity intelligence intelligent intend intended intense intent intention intercourse
interest interested interesting interests interference interior internal international internet interstate
interval intervals into intolerable introduced invariably invasion invest invested investigation investment
investments invisible invite invited involve involved involving iron irons is island islands isles isolated
issue issued issues it items its itself ivory jack jacket january jaw jaws jet job jobs join joined joint
jolly joy judge judges judgment judicial juice july jump june jurisdiction just justice justified justify
justly keel keen keep keeping keeps kept key keyboard kid kids kill killed kind kinds king kings kitchen
knew knife knight know knowing knowledge known knows labor laborers labors lack lad ladder ladies lads lady
laid lamp lance lances land landed landlord lands language large largely larger largest last lasting late
later latitude latitudes latter laugh launched law laws lay lead leader leaders leadership leading leads
league leak lean leaned leaning leaped leaping learn learned learning least leave leaves leaving led lee
leeward left leg legal legislation legislative legitimate legs lemon length less lesson let letter letters
level levels liberal liberty lie lies life lifetime lift lifted lifting light lighted lightning like likely
likewise limit limited limits line lines lion lips list little live lived lively lives living loaded loan
loans local localities locked lofty log lonely long longer look looked looking looks loose lord lose losing
loss lost lot loud love loving low lower lowered lowering lowest luck lunch lungs lying machinery mad made
madness magnitude mail main maintain maintained maintaining maintenance major majority make makes making
malice mall man management manager manifest manifested mankind manned manner manufactures manufacturing many
marble march marine mariner mariners maritime mark marked market markets marks marvellous mass masses
massive mast master masts match mate material materials mates math matter matters maximum may me mean
meaning means meant meantime meanwhile measure measured measures meat medical medicine meet meeting member
members memory men mention mentioned merchant mere merely merit message messages met method methods middle
midnight midst might mighty mild miles military militia milk million millions mind minds mine minimum
minister ministry minute minutes mirror missile missiles missing mission mistake mixed mod mode moderate
modern mods moment moments monday monetary money monkey monster month months moody moon moral more moreover
morning morrow mortal most mostly mother mothers motion motives mountain mountains mounted mouse mouth move
moved movement movie moving much mum murder music must muttered mutual my myself mystic naked name named
nameless names narrow nation national nations native natural naturally nature naught naval navigation navy
nay near nearer nearly necessarily necessary necessities necessity neck need needed needs neglect negotiate
negotiated negotiation negotiations negro neighboring neighbors neighbour neither net neutral never
nevertheless new newly news next nigh night nine no noble noise non none noon nor northern nose not note
notes nothing notice noticed notwithstanding november now nuclear number numbers numerous nurse oar oars
oarsman oarsmen oath obedience object objective objectives objects obligation obligations observe observed
obtain obtained obvious occasion occasional occasionally occasions occupation occupied occur occurred ocean
oceans october of off offer offered offers office officer officers offices official officials often oil old
older on once one ones online only open opened opening operate operation operations opinion opinions
opportunities opportunity opposite opposition or orange order ordered orders ordinary organization
organizations organized original originally other others otherwise ought our ours ourselves out outer outs
outside outstanding over overboard overcome overseas overwhelming owe owing own owned owners pace pagan page
paid pain pains painted pale palms panic paper papers parent parents parks part participate participation
particular particularly particulars parties partisan partly partners partnership parts party pass passage
passed passing past pat path patient patriotic paused pay paying payment payments peace peaceful peacetime
peculiar pending pension pensions people peoples per perceive perceived percent perfect perform performance
performed perhaps peril perilous perils period permanent permanently permit permitted person personal
personnel persons phantom phone photo physical pick picture pictures piece pieces pig piled pill pilot pink
pipe pitch pizza place placed places placing plain plainly plan plane planet plank planks planning plans
plant planted plants play player pleasant please pleased pleasure pledge pledged plenty pocket pockets point
pointed pointing points pole police policies policy political politics pollution ponderous poor pope popular
population port portion portions ports position positions positive possess possessed possession possessions
possibility possible possibly post postal potato potential pots poverty power powerful powers practicable
practical practically practice practices preceding precious precise precisely preliminary preparation
prepare prepared presence present presented presently presents preservation preserve preserved preserving
press pressed pressing pressure presumed pretty prevail prevent prevented previous previously prey price
prices pride priest primary prime prince principal principle principles prior priorities priority prison
private privilege privileges probable probably problem problems procedure proceed proceeded proceeding
proceedings proceeds process proclamation prodigious produce produced producing product production
productive productivity products profit profits profound program programs progress project projects
prolonged promise promised promises promote promoting promotion prompt promptly proof proper properly
property prophet proportion proposal proposals propose proposed proposing proposition propriety prosecution
prospect prospects prosperity prosperous protect protected protecting protection proud prove proved provide
provided provides providing provision provisions prow prudent pub public pull pulled pulling pulpit pumps
punishment purchase purchased purchasing pure purple purpose purposes pursue pursued pursuing pursuit pushed
put putting quality quantity quarter quarters queen queer quest question questions quick quickly quiet
quietly quit quite rabbit race radio raider rail railroad railroads rain raise raised raising ran range
ranger rapid rapidly rare rate rates rather ratification ratified reach reached reaching read readily
readiness reading ready real reality realize realized really reaper rear reason reasonable reasons rebellion
rebuild recall receipts receive received receiving recent recently recession reciprocal recognition
recognize recognized recommend recommendation recommendations recommended record records recovery red
redress reduce reduced reducing reduction reductions refer reference referred reflect reflection reform
reforms refuse refused regard regarded regime region regional regions regret regular regularly regulation
regulations related relating relation relations relationship relative reliable relief relieve relieved
religion religious remain remained remaining remains remarkable remedy remember remembered remote removal
remove removed removing render rendered renew renewal renewed reorganization repeal repeat repeated
repeatedly replace report reported reports repose represent representative representatives represented
request require required requirements requires requiring requisite rescue research reserve reserved reserves
resistance resolution resolve resolved resort resource resources respect respectfully respecting respective
respects response responsibilities responsibility responsible rest restaurant resting restoration restore
restored restraint restrictions rests result resulted resulting results resumed retain retained retired
retirement return returned returning returns revealed revenue revenues review revision revolution reward
ribs rice rich rigging right rights ring rise rising risk river rivers road roads roared rob rock rocks rod
role roll rolled rolling rolls roof room rope ropes rose round route row royal rugby rule rulers rules run
running rural rush rushed rushing sacred sacrifice sadly safe safely safer safety said sail sailed sailing
sailor sailors sails sake salad salary sale sales salt same sanction sank sat satisfaction satisfactory
satisfied saturday savage savages save saved saving savings saw say saying says scale scarce scarcely
scattered scene scenes school schools science scientific scope screen scuttle sea seaman seamen search seas
season seat seated second secret section sector secure secured securing security see seeing seek seeking
seeks seem seemed seems seen seize seized seldom selected selection self sell send sending seniors sense
sensible sent sentiment sentinel sentry separate september series serious seriously servants serve served
service services serving session set setting settle settled settlement settlements seven seventy several
severe shader shadow shadows shake shall shape share shared sharing shark sharks sharp she sheep shell ship
shipmates shipped shipping ships shirt shock shoe shoes shook shop shore shores short shortly shot should
shoulder shoulders shouted show showed showing shown shows shut sick side sides sideways sight sights sign
signal signed significant signs silence silent silently silver similar simple simply simultaneously since
sincere sing singing single sink sinking sir sister sit sitting situation six sixty size skeleton skill
skills skin skull sky slain slave slavery sleep sleeping slid slight slightest slightly slow slowly small
smaller smallest smoke smoking snake snow so social society sock sofa soft software soil solar sold soldiers
sole solely solemn solid solitary solution solve some somehow something sometimes somewhat somewhere son
song soon sooner sort sorts sought soul souls sound sounding sounds soup source sources southern sovereign
sovereignty space spade spare speak speaking special species specific speed speedy spend spending spent
spermaceti spider spine spirit spirits spiritual spite split spoke spoken spot spout spouts sprang spray
spread spring squad squall square stability stable staff stage stairs stake stand standard standards
standing stands starboard stars start started starting state stated statement station status statute stay
steadily steady steak steam steel step steps stern steward still stimulate stock stone stood stop stopped
stopping store storm story stout stove straight strain strange strangely stranger strategic strategy stream
street streets strength strengthen strengthened strengthening stricken strict strike strikes striking strive
striving stroke strong stronger strongest strongly struck structure struggle struggling student students
study stuff subject subjects submit submitted subsequent substance substantial substantially subtle succeed
succeeded success successful successfully such sudden suddenly sue suffered suffering sufficient
sufficiently sugar suggest suggested suggestion suggestions suitable sum summer summit sums sun sunday
sunshine superior supervision supper supplied supplies supply support supported supporting suppose supposed
sure surely surface surplus surpluses surprise surrender surrounded survey suspended sustain sustained
swallowed swam swear sweep sweeping sweet swell swift swiftly swim swimming swinging sword swung symbol
sympathy system systems table tackle tackles tail take taken takes taking talk tall target tariff task tasks
tax taxation taxes taxi taxpayers tea teach teacher teachers team technical technology teeth television tell
telling tells temporarily temporary ten tend tendency tender tennis term terms terrible terrific territory
terror terrorist terrorists terrors test text than thank thanks that the their theirs them themselves then
theory there thereby therefore therein thereof these they thick thin thine thing things think thinking
thinks third thirds thirty this thorough those though thought thoughts thousand thousands threat threaten
threatened threatening threats three through throughout throw thrown thrust thunder thursday thus thyself
ticket tide tied ties tiger till tiller timber time times tis title to tobacco today together toil token
told tomahawk tomato tomorrow tonight tons too took tools top tore tormented torn tornado tossed total touch
touched touching tough tow toward towards towing town towns track trade trading traditions traffic train
trained training transactions transfer transit transition transmitted transportation travel treated treaties
treatment treaty tree trees tremendous trial tribes tried trillion troops trouble troubled trousers trowsers
truck true truly trunk trust truth try trying tub tubs tuesday turn turned turning turns twelve twenty twice
twitter two txt typhoon tyranny ultimate ultimately unaccountable uncertain uncle uncommon under understand
understanding understood undertaken unemployed unemployment unfair uniform unit unite units unity universal
unknown unless unnecessary unprecedented unseen until unusual up upon upper upright upward upwards urban
urge urged urgent us usage use used useful useless uses using usual utmost utterly vain valuable value
values van vapour various vast very vessel vessels veterans veto vicinity victims victory video view views
vigilance vigor vigorous vigorously violation violence violent virtue virus visa visible vision visit
visited vital vitality voice voices volume voluntary volunteers vote voyage voyager voyages wage wages wait
waiting wake walk wall walls want wanted wanting wants war warm warning warp wars was waste watch watching
water waters watery wave waves way ways we wealth weapon weapons wear weary weather website wednesday week
weeks weight welcome welfare well went were western whaleman whalemen whaler whalers whaling what whatever
wheel when whence whenever where whereas whereby wherever whether which while white whiteness who whole
wholly whom whose why wicked wide widely wife wild will willing win wind windlass window windows winds
windward wine winter wisdom wise wisely wish with withdrawn within without woe wolf woman women won wonder
wonderful wonders wondrous wood wooden word words work worked worker workers working works world worn worse
worship worst worth worthy would wound wounded wreck wrinkled wrinkles written wrong wrongs yard yards year
years yellow yes yesterday yet yield yonder you young your yours yourself youth
`;

/** One set for the life of a check; building it takes under a millisecond. */
export function commonWords(): ReadonlySet<string> {
  return new Set(WORDS.trim().split(/\s+/));
}
