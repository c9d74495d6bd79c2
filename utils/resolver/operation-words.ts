/** Word lists of the operation grammar. All in small letters. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that go on after "Operation", "Exercise", "Task Force" and show that no name follows. */
export const NO_NAME = list(`
  a about above across after against ahead all along also amid an and another any are around as at back be because been before began begins
  behind being between both but by can carried center centers centre centres claims complete conducted continues could costs day days did
  does down during each ends every expected fails finds for from gets goes had has have he help helps her his hits how i if in inc inside into
  involves involving is it its kills last launched launches leads leaves led less like ltd gmbh llc corp may might more most near nets
  new next no not now of off on once one only or other our out over part per please plus promises raises reaches reveals
  results says seizes set shall she should shows since sparks starts still success such supports takes targets than that the their them then
  there these they this those through time to today took toward towards under underway until up upon uses versus via was we were what
  when where which while who why will with within without would yields yesterday you your
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december mr mrs ms dr gen col capt lt maj sgt prof pres sen gov president minister
  der die das den dem des ein eine und ist wurde wird nach bei mit von vor im am zum zur am bis el la los las en de del que y se le les
  des et est une un dans pour par sur da do dos das em no na e com
`);

/** Posts, bodies and things that have "operation" or "exercise" in their names, and headline nouns that follow a name. */
export const GENERIC_NEXT = list(`
  manager managers management director directors officer officers chief chiefs commander commanders specialist specialists analyst analysts
  coordinator coordinators supervisor secretary assistant agent agents engineer engineers leader leaders lead head executive executives
  committee command commands center centre room rooms hours hour cost unit units team teams group groups division branch brigade battalion
  department office bureau squad section staff tables table theatre theater plan plans planning research vessel vessels system systems
  manual guide guides type types mode modes code codes name names process procedure procedures permit permits code room day
  investigators investigator amps amp ed eds bike bikes ball balls book books class classes routine routines program programs programme
  programmes regime equipment machine machines physiology physiologist science therapy therapist instructor mat mats price prices tips
  video videos workout workouts tracker trackers habits induced caution increased restraint patience extreme normal good great
  classes your more regularly daily control controls option options rights right demonstrated
`);

/** Capitalised words that end a name in a headline: "UK Extends Operation Interflex Training". */
export const HEADLINE_NEXT = list(`
  training exclusive campaign summary mission missions deployment exclusive update updates explained timeline anniversary commander medal
  medals veterans veteran troops soldiers personnel forces live latest video watch photos pictures review report inquiry probe raids raid arrests
  begins ends starts continues drills drill launched launches extended extends underway suspects suspect case cases cop cops officers
  aircraft jets warships spokesman spokeswoman officials
`);

/** A capitalised word right before makes the trigger the tail of another name, unless it is one of these or a verb form. */
export const OPEN_BEFORE = list(`
  the a an in of on for under during with from by to and as at after before since through part start end joint so-called codenamed
  dubbed called named known launched exclusive watch during le la les el los l' die der das den im bei med
`);

/** Words that make a capitalised compound before the trigger: "Police Operation", "Drug Task Force". */
export const TIED_BEFORE = list(`
  police security special military rescue business international emergency space navy naval army air marine maritime anti drug gang port
  field nuclear general mission aviation proof service industry search relief combat ground covert undercover sting smuggling mining
  water central eastern western northern southern structured strategic complex environmental international financial action engineering
  electronic counter government county state national federal joint interagency regional local city town criminal intelligence methamphetamine territorial
  system system's daily regular physical training aerobic heavy light morning
`);

/** "placed in operation Perry Nuclear": these words before a small "operation" make it a plain noun. */
export const PLAIN_BEFORE = list(
  'in into of out for from and or no any this that each every first last with without daily after before',
);

/** "Ex Joint Warrior" is an exercise where soldiers are about, and "Ex Chelsea striker" is not. */
export const MILITARY = list(`
  exercise exercises army navy naval raf nato troops soldiers marines brigade battalion regiment squadron battlegroup forces military
  warship warships deployment drills armoured commandos paratroopers sailors airmen allied allies
`);

export const EX_ROLES = list(`
  president prime minister chancellor wife husband boyfriend girlfriend partner chief premier england manchester chelsea arsenal liverpool
  tory labour mp mps officer soldier soldiers striker captain governor mayor senator factor machina parte libris gratia officio
`);
