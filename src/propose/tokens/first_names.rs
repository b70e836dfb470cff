//! First names that are given to one sex nearly always; they tell "he" from "she".

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// Given to men.
pub(super) const MALE_NAMES: &str = "\
aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alex alexander alexei alfred ali allan allen \
alvin amir anders andre andreas andrei andrew angus anthony antonio archie arnold arthur barack barry bart ben benjamin bernard \
bernie bert bill billy bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno bryan byron calvin carl \
carlos cedric chad charles charlie chester chris christian christopher chuck clarence claude clay clifford clint clinton \
colin conor corey cory craig curtis cyril dale damian damien dan daniel danny darrell darren dave david dean dennis derek \
diego dieter dimitri dirk dmitri dmitry dominic don donald doug douglas drew duane duncan dwayne dwight earl ed eddie edgar \
edmund eduardo edward edwin elbridge elijah elliot elon emmanuel enrique eric erik ernest ernesto eugene evan felipe felix \
fernando francis francisco francois frank franklin fred frederick fritz gabriel garrett gary gavin gene geoff geoffrey george \
gerald gerard gilbert giovanni glen glenn gordon graham grant greg gregory guillermo gunther gustav guy hans harold harry \
hassan hector heinrich helmut henri henrik henry herbert herman howard hubert hugh hugo hussein ian ibrahim igor imran isaac ivan \
jack jacob jacques jake jamal james jared jason javier jay jean-claude jeff jeffrey jeremy jerome jerry jesse jim jimmy \
joachim joao joe joel johan johannes john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio jurgen \
justin karim karl kwame keith kenneth kevin khalid kirk klaus kofi kurt kyle lance larry lars lawrence lee leo leon leonard leonid \
leroy leslie lindsey lionel lloyd louis lucas luigi luis luke magnus mahmoud manuel marc marcel marco marcus mario mark markus \
marshall martin marvin mathieu matt matteo matthew matthias maurice mauricio max maxim michael michel miguel mike mehmet mikhail moussa \
milton mitch mitchell mitt mohamed mohammad mohammed muhammad murray narendra nathan nathaniel neil nelson newt nicholas nick \
nicolas nigel nikolai noah norman oliver olivier omar oscar otto owen pablo patrick paul pavel pedro per pete peter phil \
philip philippe phillip pierre pieter rafael ralph ramon randall randy raphael rashid raul ray raymond rene ricardo \
richard rick ricky rishi rob robert roberto rodney rodrigo roger roland ron ronald rory ross roy rudolf rudy rupert russell ryan \
sadiq salman sam samuel santiago scott sean sebastian sergei sergey sergio seth shane shaun sidney simon spencer stanley stefan \
stephen steve steven stewart stuart sven tariq ted terence terrence terry theodore thomas tim timothy toby todd tom tommy \
tony travis trevor tyler umar vernon victor viktor vincent vladimir volodymyr wade walter warren wayne wendell werner \
wilhelm will william willie winston wolfgang woody xavier yann yusuf zachary";

/// Given to women.
pub(super) const FEMALE_NAMES: &str = "\
abigail ada adele adriana agatha agnes aisha alexandra alexis alice alicia alison allison amanda amber amelia amina amy ana \
anastasia andrea angela angelina anita ann anna anne annette annie antonia april ariana astrid audrey ava barbara beatrice \
becky belinda bella bernadette beth bethany betsy betty beverly bonnie brenda bridget britney brittany camilla candace carla \
carly carmen carol carole caroline carolyn carrie cassandra catherine cathy cecilia celeste celia charlene charlotte chelsea \
cheryl chloe christa christina christine cindy claire clara claudia colleen connie constance cora courtney crystal cynthia \
daisy dana danielle daphne dawn deborah debbie debra deirdre delia denise diana diane dolores dominique donna dora doreen \
doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa emily emma erica \
erika erin esther eva evelyn fatima felicity fiona florence frances francesca gabriela gabrielle gail georgia geraldine \
gertrude gillian gina gisele gladys gloria grace greta gretchen gwen hanna hannah harriet heather heidi helen helena helene \
hilary hillary holly hope ida ilse imogen inga ingrid irene irina iris isabel isabella isabelle ivana ivanka jackie \
jacqueline jane janet janice jasmine jean jeanette jeanne jemima jenna jennifer jenny jessica jill joan joanna joanne \
jocelyn jodie johanna josephine joy joyce juanita judith judy julia juliana julie juliet june kamala karen karin kate \
katharine katherine kathleen kathryn kathy katie katrina kayla kellyanne kelly kim kimberly kirsten kristen kristin kristina \
lara laura lauren laurie leah leila lena leonora leticia lilian lillian lily linda lisa liz liza lois loretta lorraine \
louise lucia lucy lydia lynn madeleine madeline magda maggie malala marcia margaret margarita maria mariam marianne marie \
marilyn marina marion marjorie marlene marta martha mary matilda maureen maxine megan melanie melania melinda melissa \
mercedes michele michelle mildred minnie miranda miriam moira molly monica monika muriel nadia nancy naomi natalia natalie \
natasha nicola nicole nina nora noreen olga olive olivia paige pamela patricia patty paula pauline peggy penelope petra \
phoebe phyllis priscilla rachel rebecca regina renata renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne \
ruth sabrina sally samantha sandra sara sarah selena shannon sharon sheila shelley sheryl shirley simone sofia sonia sophia \
sophie stacey stella stephanie sue susan susanna susanne suzanne svetlana sylvia tamara tammy tania tanya tatiana teresa \
tessa thelma theresa therese tiffany tina tracey ulrike ursula valentina valerie vanessa vera veronica victoria viola \
violet virginia vivian wanda wendy wilma winifred yasmin yolanda yvette yvonne zoe";

/// Every first name, and whether it is a man's; `None` for a name of both lists.
static ALL: LazyLock<HashMap<&'static str, Option<bool>, RandomState>> = LazyLock::new(|| {
    let mut all: HashMap<_, _, RandomState> = MALE_NAMES.split_whitespace().map(|name| (name, Some(true))).collect();
    for name in FEMALE_NAMES.split_whitespace() {
        all.entry(name).and_modify(|sex| *sex = None).or_insert(Some(false));
    }
    all
});

/// True when `word`, in any case, is known as a first name.
pub fn is_first_name(word: &str) -> bool {
    ALL.contains_key(word.to_lowercase().as_str())
}

/// True for a first name that is given to men nearly always, false for one given to women; `None` where it is neither or both.
pub fn is_mans_name(word: &str) -> Option<bool> {
    ALL.get(word.to_lowercase().as_str()).copied().flatten()
}
