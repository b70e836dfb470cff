//! Verbs and what is done or said, refused or denied.

use crate::propose::tokens::class::WordClass;

/// Words by class, in small letters.
pub(super) const LISTS: &[(WordClass, &str)] = &[
    (
        WordClass::PAST.with(WordClass::DEED),
        "went came gave took got made met left lost won sold bought paid spent cut hit put set ran began became \
         broke brought built caught chose drew drove ate fell felt fought flew grew hid hurt kept knew laid led \
         lent lay lit rose saw sent shook shot shut sank sat slept spoke stood stole struck swore taught tore \
         threw woke wore spread sought fled bound wound dealt dug hung stuck swept",
    ),
    (WordClass::WANT, "want wanna hope wish intend plan try aim love like prefer refuse support oppose reject"),
    (
        WordClass::ROUTINE,
        "begin began begun start end finish hold held take took taken place come came go went gone get got gotten \
         arrive visit attend gather open sit sat stand stood walk look feature include involve run ran wear wore \
         wait continue appear remain stay keep kept make made bring brought face join travel return enter play \
         watch enjoy set happen",
    ),
    (
        WordClass::PAST,
        "was were cost found forgot froze heard held meant read rode rang showed sang swam told thought understood \
         wrote done gone been given taken gotten known seen shown written driven fallen broken chosen grown thrown \
         beaten forgiven hidden stolen withdrew withdrawn overthrew overthrown said underwent wed bid shed quit \
         burst fed bred bled ground spun swung",
    ),
    (
        WordClass::VERB,
        "ask become begin believe bring buy call carry change charge choose claim close come consider continue \
         contain cost cover create cut deal decide deny depend describe destroy develop die do draw drive earn \
         employ end enter exist expect face fail fall feel fight fill find follow force gain get give go grow \
         happen have hear help hold hope include increase keep kill know lead learn leave let lie live look lose \
         love make mean meet move need offer open oppose own pass pay play produce prove provide put raise reach \
         read receive refuse remain represent require return rise run say see seek seem sell send serve set show \
         sit speak spend stand start state stop support take talk tell think try turn use vote wait walk want \
         watch win work write sign launch aim apply affect allow attend belong blame express feature focus form \
         gather handle host invite join lack last loan name occupy operate plan promise publish release rely \
         replace report result rule search separate stretch suffer threaten treat vary visit attack defend accuse \
         sue urge warn block arrest injure beat ban approve reject hire quit resign marry celebrate demand mourn \
         admit confirm announce reveal recommend suggest propose predict insist agree argue complain apologise \
         apologize prepare arrive travel discover invent design consist cause prevent protect improve reduce \
         symbolise symbolize mark inspire honour honor welcome vow pledge pose recall slip surge struggle trace \
         warm worsen widen",
    ),
    (
        WordClass::NEVER,
        "exhausted worried excited interested pleased honoured honored delighted thrilled determined united naked \
         hundred sacred indeed need speed bed red feed seed wed shed breed weed bleed greed freed embed sled \
         infrared kindred hatred",
    ),
    (
        WordClass::REPORTING,
        "said says told tells announced claimed claims stated declared insisted insists asserted asserts argued \
         argues alleged alleges wrote writes replied responded tweeted warned warns explained explains confirmed \
         confirms acknowledged admitted admits conceded testified contends contended commented remarked accused",
    ),
    (
        WordClass::RETELLING,
        "added adds noted notes observed described describes posted maintained maintains reported reports revealed \
         reveals cited quoted recalled estimates estimated predicted concluded rejected dismissed suggested \
         suggests urged denied denies disputed",
    ),
    (
        WordClass::DECIDE,
        "vote voted pass passed approve reject veto sign signed adopt enact repeal ratify elect appoint nominate \
         resign dismiss sack fire hire promise pledge vow agree agreed agreement endorse ban launch impose grant \
         authorise authorize withdraw terminate cancel suspend postpone decide decision ordain pact recognise \
         recognize overturn break broke broken ordered",
    ),
    (WordClass::THINK, "think believe guess suppose reckon feel imagine doubt wonder assume hope"),
    (
        WordClass::COMMAND,
        "look listen take tell let remember read click see sign subscribe share follow find make go stand vote \
         send give get keep stop come imagine consider note watch wait call ask check visit download join \
         learn try think do put hold bring turn use be explain show start leave help stay",
    ),
    (
        WordClass::REFUSED,
        "bill bills motion motions offer offers proposal proposals plan plans deal deals bid bids request requests \
         appeal appeals application applications visa visas bail permit permits access entry amendment amendments \
         measure petition invitation treaty budget case cases lawsuit suit lawsuits charges workers staff \
         employees asylum loan parole",
    ),
    (WordClass::DEED, "beat bit bore split wept let"),
    (
        WordClass::RAISE,
        "went goes go going continued continues sought seeks tried tries began begins started appeared appears \
         seemed seems used took takes came rushed paused hastened chose moved proceeded",
    ),
    (
        WordClass::FALSE,
        "nonsense false untrue baseless unfounded fake hoax lie lies fabrication fabrications absurd ridiculous \
         rubbish bogus groundless fiction invented propaganda slander smear",
    ),
    (
        WordClass::ANSWER,
        "comment confirm discuss say elaborate answer respond address speak disclose identify name provide specify \
         talk explain reveal release reply offer give clarify detail divulge",
    ),
];
