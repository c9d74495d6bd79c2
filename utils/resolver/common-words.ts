/**
 * English words that carry no hint of what a text is about, and words that are also names (May, Will, Mark, Reading).
 * Small on purpose: a word that is missing costs a little evidence, no more.
 */
const WORDS = `
a about above according across act action added after again against ago agree ahead air all allow almost alone along already also although
always am among amount an and announced another answer any anyone anything appear are area around as ask asked at away
back bad base based be became because become been before began begin behind being believe below best better between beyond big bill bit black
blue board body book both break bring brought brown build building built business but buy by
call called came can cannot car care carry case cause central centre certain chance change charge chief child children city claim clear close
come coming common community company complete condition continue control cost could council country couple course court cover current cut
daily data date day days dead deal death decide decision deep demand despite detail did die died different difficult do does doing done door
double down drive drop due during
each earlier early east easy effect effort eight either else end ended enough entire even evening event ever every everyone everything evidence
example expect expected experience eye
face fact fail fall family far fast father fear february feel felt few field fifth fight figure final finally find fine fire firm first five
focus follow following food for force foreign form former found four free friday friend from front full further future
gain game gave general get give given global go goal going gold good got government great green ground group grow growth guard
had half hand happen happened hard has have he head health hear heard heart held help her here herself high him himself his history hit hold
home hope hour hours house how however huge human hundred hundreds
i idea if image impact important in include included including increase independent indeed industry information inside instead interest into is
issue it its itself
january job join joint july june just
keep kept key kill killed kind knew know known
land large largest last late later latest law lead leader leaders least leave led left less let letter level life light like likely limit line
list little live lives local long look looking lord lose loss lost lot love low
made main major make making man manager many march mark market mass matter may me mean means media meet meeting member members men message met
middle might million mind minister minute miss model moment monday money month months more morning most mother move much must my myself
name named nation national near nearly need never new news next nice night nine no none nor normal north not note nothing november now number
numbers october of off offer office officer official officials often old on once one only open opened opening operation opposition or order
other others our out outside over own
page paid part party pass past pay peace people per percent perhaps period person photo pick picture piece place plan plans play player point
points police policy poor popular position possible post pound power present press pressure price private probably problem process produce
product programme project prove provide public published pull push put
quarter question quick quickly quite
race raise range rate rather reach read reading ready real really reason received recent record red region released remain report reported
reports response rest result return right rise rising risk river road role room rose round rule run running
said same saturday save saw say saying says scale school sea second secretary see seek seem seen sell send senior sense sent september series
serious serve service set seven several share she short should show shown side sign signed similar since single site situation six size small
so social some someone something soon sort sound source south space speak speaking special spend spring staff stage stand star start started
state statement station stay step still stock stone stop story strategy street strong such summer sunday support sure system
table take taken taking talk talks target team tell ten term test than that the their them themselves then there these they thing things think
third this those though thought thousand threat three through thursday time times title to today together told tomorrow too took top total
toward towards town trade training travel tried true trust try tuesday turn two type
under understand union unit united until up upon us use used using usually
value various very victory video view visit vote
wait walk wall want war was watch water way we weather wednesday week weeks weekend well went were west what when where whether which while
white who whole whom whose why wide wife will win window winner winter wish with within without woman women won wood word words work worked
worker workers working world worth would write
yard year years yes yesterday yet you young your
`;

const COMMON = new Set(WORDS.split(/\s+/).filter(Boolean));

/** Whether a word in small letters is too common to tell anything. */
export function isCommonWord(lower: string): boolean {
  return COMMON.has(lower);
}

/** All of them. */
export function commonWords(): Iterable<string> {
  return COMMON;
}
