//! The English words that mean something to the scale, by what they are; base forms stand for their inflections.

use super::class::Class;

/// Words by class. `-s`, `-es`, `-ed` and `-ing` of a word need not be written.
pub(super) const LISTS: &[(Class, &str)] = &[
    // Figures
    (
        Class::Count,
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
         eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    ),
    (Class::Scale, "hundred thousand million billion trillion dozen bn"),
    (
        Class::Many,
        "several many few numerous countless hundreds thousands millions billions dozens scores twice thrice",
    ),
    (Class::Percent, "percent percentage pc"),
    (Class::Fraction, "half halves quarter quarters thirds fifths tenths majority minority"),
    (Class::Ordinal, "first second third fourth fifth sixth seventh eighth ninth tenth hundredth thousandth"),
    (
        Class::Currency,
        "dollar euro pound crown franc yen yuan rupee rouble ruble peso cent penny krona kronor krone zloty lira \
         dinar rand shekel usd eur gbp chf jpy",
    ),
    (
        Class::Month,
        "january february march april may june july august september october november december jan feb mar apr jun \
         jul aug sep sept oct nov dec",
    ),
    (Class::Weekday, "monday tuesday wednesday thursday friday saturday sunday"),
    (
        Class::Time,
        "yesterday today tonight ago recently earlier since previously formerly annually monthly weekly daily \
         overnight",
    ),
    (Class::Coming, "tomorrow upcoming forthcoming soon"),
    (
        Class::Period,
        "minute hour day night week weekend fortnight month year decade century centuries spring summer autumn winter \
         morning afternoon evening",
    ),
    (Class::Nearby, "last past previous this next coming every each"),
    // Who
    (
        Class::Common,
        "people person man woman men women child children boy girl family friend neighbour neighbor youth crowd traffic \
         rain snow heat wind weather water food bread milk meat fish wheat rice fuel steel wood glass paper power light \
         sound music art film sport football work labour labor demand supply support growth sale stock share market \
         production construction repair progress success failure news word language history science nature life love time \
         experience knowledge talk silence hope fear anger joy pressure access speed size weight age sleep car truck \
         bus train plane ship boat road street house home room door window table land sea river lake mountain beach \
         city town village country world state nation region county district animal dog cat horse bird tree plant \
         flower fruit vegetable computer phone software internet website email machine technology tool money cash \
         coin gold silver visitor guest customer passenger driver pilot rider player fan team match goal game round \
         club parent mother father son daughter brother sister husband wife baby adult patient tenant farmer fisherman \
         shop store restaurant hotel theatre theater museum library garden park field church building tower wall roof \
         half part side end top bottom front back centre center middle corner edge line point number letter",
    ),
    (Class::Title, "mr mrs ms dr prof sir dame lord lady st rev gen col capt lt sgt sen rep gov hon"),
    (
        Class::Office,
        "president premier chancellor minister ministry secretary senator senate congress congressman congresswoman \
         parliament lawmaker legislator legislature governor mayor council councillor councilor commissioner \
         commission ambassador embassy diplomat official officer spokesman spokeswoman spokesperson representative \
         director chairman chairwoman chief executive ceo founder owner manager employer company companies firm \
         corporation bank agency agencies authority authorities department bureau committee board government \
         administration regulator watchdog union association federation organisation organization foundation charity \
         charities institute university universities college professor researcher scientist academic economist expert \
         analyst police sheriff detective prosecutor attorney lawyer solicitor judge court tribunal army navy \
         military soldier troops general admiral commander doctor nurse hospital surgeon teacher editor reporter \
         journalist newspaper magazine broadcaster author bishop pope church coach captain referee candidate opponent \
         rival party parties republican democrat conservative socialist campaigner activist protester protestor \
         investigator inspector auditor critic resident worker employee staff deputy king queen prince princess \
         leader",
    ),
    (Class::I, "i we me us my our ours mine myself ourselves"),
    (Class::You, "you your yours yourself yourselves"),
    (Class::They, "he she they him her them his their hers theirs himself herself themselves"),
    (Class::Pointing, "this that it these those there here what which who something somebody someone thing"),
    (
        Class::Function,
        "the a an and or but nor so yet of in on at to from by with without within for as into onto over under above \
         below between among through during before after until till against about around across along near off out up \
         down than then if whether while when where why how whose whom because though although despite since per via \
         like unlike also too very quite just still even again back away here there now well both either neither such \
         same own other another any some no not yes only much more most less least one once am is are was were be \
         been being has have had having do does did doing will would shall should can could may might must ought \
         however moreover meanwhile therefore thus hence instead otherwise perhaps maybe according following citing \
         amid upon let okay ok oh ah hey hi hello plus including whatever whenever wherever whoever anyway indeed \
         actually finally later ever always never all none nobody nothing everybody everyone everything anybody \
         anything somehow almost nearly together yourself new old",
    ),
    // Verbs
    (Class::Be, "am is are was were be been being isn't aren't wasn't weren't"),
    (Class::Have, "has have had having hasn't haven't hadn't"),
    (Class::Do, "does do did doing doesn't don't didn't"),
    (Class::Will, "will shall won't shan't gonna"),
    (Class::Would, "would could might wouldn't couldn't mightn't"),
    (
        Class::Perhaps,
        "if perhaps maybe unless probably possibly presumably hopefully likely unlikely whether suppose \
         hypothetically",
    ),
    (Class::Should, "should must ought shouldn't mustn't gotta need deserve supposed"),
    (Class::Can, "can can't cannot may"),
    (Class::Want, "want wanna hope wish intend plan try aim love like prefer refuse support oppose reject"),
    (
        Class::Routine,
        "begin began begun start end finish hold held take took taken place come came go went gone get got gotten \
         arrive visit attend gather open sit sat stand stood walk look feature include involve run ran wear wore wait \
         continue appear remain stay keep kept make made bring brought face join travel return enter play watch enjoy \
         set happen",
    ),
    (
        Class::Past,
        "was were went came gave took got made met left lost won sold bought paid spent cost cut hit put set ran \
         began became broke brought built caught chose drew drove ate fell felt fought found flew forgot froze grew \
         heard held hid hurt kept knew laid led lent lay lit meant read rode rang rose saw sent shook shot showed \
         shut sang sank sat slept spoke stood stole struck swore swam taught tore told thought threw understood woke \
         wore wrote done gone been given taken gotten known seen shown written driven fallen broken chosen grown \
         thrown beaten forgiven hidden stolen withdrew withdrawn overthrew overthrown said underwent wed bid shed \
         quit spread burst sought fed fled bred bled bound wound ground dealt dug hung spun stuck swept swung",
    ),
    (
        Class::Verb,
        "ask become begin believe bring buy call carry change charge choose claim close come consider continue \
         contain cost cover create cut deal decide deny depend describe destroy develop die do draw drive earn employ \
         end enter exist expect face fail fall feel fight fill find follow force gain get give go grow happen have \
         hear help hold hope include increase keep kill know lead learn leave let lie live look lose love make mean \
         meet move need offer open oppose own pass pay play produce prove provide put raise reach read receive refuse \
         remain represent require return rise run say see seek seem sell send serve set show sit speak spend stand \
         start state stop support take talk tell think try turn use vote wait walk want watch win work write sign \
         launch aim apply affect allow attend belong blame express feature focus form gather handle host invite join \
         lack last loan name occupy operate plan promise publish release rely replace report result rule search \
         separate stretch suffer threaten treat vary visit attack defend accuse sue urge warn block arrest injure \
         beat ban approve reject hire quit resign marry celebrate demand mourn admit confirm announce reveal \
         recommend suggest propose predict insist agree argue complain apologise apologize prepare arrive travel \
         discover invent design consist cause prevent protect improve reduce symbolise symbolize mark inspire honour \
         honor welcome vow pledge pose recall slip surge struggle trace warm worsen widen",
    ),
    (
        Class::Never,
        "exhausted worried excited interested pleased honoured honored delighted thrilled determined united naked \
         hundred sacred indeed need speed bed red feed seed wed shed breed weed bleed greed freed embed sled infrared \
         kindred hatred",
    ),
    // What is said, and how
    (
        Class::Reporting,
        "said says told tells announced claimed claims stated declared insisted insists asserted asserts argued \
         argues alleged alleges wrote writes replied responded tweeted warned warns explained explains confirmed \
         confirms acknowledged admitted admits conceded testified contends contended commented remarked accused",
    ),
    (
        Class::Retelling,
        "added adds noted notes observed described describes posted maintained maintains reported reports revealed \
         reveals cited quoted recalled estimates estimated predicted concluded rejected dismissed suggested suggests \
         urged denied denies disputed",
    ),
    (
        Class::Evidence,
        "study studies report survey poll figure statistic data research analysis analyses record document evidence \
         memo email letter transcript audit census inquiry investigation findings estimate estimated shows showed \
         proof prove tape footage leaked",
    ),
    (
        Class::Comparative,
        "more less fewer higher lower greater larger bigger smaller better worse faster slower longer shorter older \
         younger richer poorer cheaper stronger weaker earlier further safer hotter colder wider deeper heavier \
         lighter than compared versus outnumber exceed exceeded double triple",
    ),
    (
        Class::Superlative,
        "most least best worst biggest largest smallest highest lowest greatest fewest longest shortest oldest \
         youngest richest poorest cheapest strongest weakest fastest slowest hottest coldest deadliest busiest record \
         unprecedented toughest safest wealthiest tallest widest deepest",
    ),
    (
        Class::Result,
        "won win winner beat beaten defeat victory trophy medal award champion championship score record finalist \
         titles",
    ),
    (
        Class::Absolute,
        "never always nobody none everybody everyone nothing entirely completely totally wholly sole solely nowhere \
         exclusively unanimously unanimous whatsoever impossible zero",
    ),
    (Class::Every, "all any every only entire ever everything anywhere no"),
    (
        Class::Change,
        "rise rose risen rising fall fell fallen increase decrease decline grow grew grown shrink shrank shrunk \
         plunge soar surge double triple quadruple halve reduce raised expand shorten worsen improve slump tumble \
         spike accelerate lower gain recover collapse vanish disappear eliminate abolish restore dropped",
    ),
    (
        Class::Cause,
        "because cause causes caused causing due therefore thus hence consequently lead led leads trigger prompt \
         spark result results resulting owing stem provoke enable prevent contribute blame affect effect impact",
    ),
    (
        Class::Law,
        "law legal illegal illegally unlawful lawful legislation bill statute constitution constitutional court judge \
         ruling ruled rule verdict trial sue lawsuit lawsuits sentence convict conviction acquit charge indict \
         indictment arrest detain jail prison custody bail plead prosecute prosecution ban outlaw prohibit mandate \
         treaty sanction regulation visa asylum parole fine warrant subpoena legislature amendment licence license \
         patent contract jurisdiction appeal evict deport",
    ),
    (
        Class::Accuse,
        "accuse allege allegation blame lie lied lying liar fraud fraudulent corrupt corruption bribe bribery steal \
         stole stolen theft cheat fake hoax mislead misled deceive deception scandal abuse harass assault guilty \
         crime criminal illegal threaten fail failed failure refuse neglect violate violation breach conspire \
         conspiracy racist discriminate discrimination misconduct incompetent irresponsible negligent betray smear \
         launder embezzle extort blackmail manipulate sabotage interfere intimidate false falsely untrue plagiarise \
         plagiarize falsify complicit collude collusion dishonest",
    ),
    (
        Class::Decide,
        "vote voted pass passed approve reject veto sign signed adopt enact repeal ratify elect appoint nominate \
         resign dismiss sack fire hire promise pledge vow agree agreed agreement endorse ban launch impose grant \
         authorise authorize withdraw terminate cancel suspend postpone decide decision ordain pact recognise \
         recognize overturn break broke broken ordered",
    ),
    (
        Class::Harm,
        "die died dead attack death kill killed murder injure injury injuries victim casualty casualties shot bomb \
         bombing explode explosion collapse destroy destruction damage flood earthquake drown infect infection poison \
         rape torture kidnap hostage evacuate displace disease cancer overdose suicide starve famine contaminate \
         shooting wildfire blaze crashed",
    ),
    (
        Class::Dealing,
        "pay paid sell sold buy bought spend spent cost earn owe owed donate donation fund funding invest investment \
         lend lent borrow borrowed loan debt fee price bail subsidy subsidies subsidise subsidize tax revenue profit \
         income salary salaries wage bonus budget fine refund purchase acquire acquisition takeover export import \
         donor",
    ),
    (
        Class::Matter,
        "health healthcare virus vaccine vaccination epidemic pandemic mortality covid hospital insurance medicare \
         pension welfare poverty homeless unemployment unemployed job economy economic recession inflation deficit \
         debt tax tariff trade budget crime violence violent prison police murder weapon gun immigration immigrant \
         migrant refugee asylum border election ballot vote voter campaign referendum military army war troops \
         missile nuclear terrorism terrorist sanction climate emission pollution carbon oil gas energy drought drug \
         education abortion slavery housing rent railway bridge dam reactor privacy surveillance census manufacturing \
         factory factories industry industries farm crop population",
    ),
    // What speaks against
    (
        Class::Opinion,
        "good great bad terrible horrible awful wonderful beautiful fantastic amazing brilliant excellent nice fine \
         lovely disgusting shameful spectacular stunning impressive magical memorable enjoyable delicious gorgeous \
         exciting thrilling hilarious funny elegant stylish legendary iconic inspiring touching heartwarming \
         refreshing cosy cozy cheerful gloomy passionate humble genuine pleasant unpleasant awkward weird curious \
         fascinating remarkable outstanding superb magnificent marvellous marvelous splendid terrific dreadful \
         appalling outrageous pathetic miserable hopeless disappointing mediocre reasonable sensible foolish ironic \
         surprisingly interestingly luckily regrettably arguably disgrace disgraceful disaster sad sadly \
         unfortunately fortunately important interesting boring ridiculous stupid silly crazy smart dumb tough fair \
         unfair proud happy glad delightful ugly incredible unbelievable tremendous perfect successful frankly \
         honestly obviously clearly surely hopefully emotional wrong right moral sick okay lucky charming interested \
         excited worried thrilled delighted disappointed surprised pleased afraid confident hopeful grateful thankful \
         honoured honored relieved frustrated angry upset optimistic pessimistic sincere",
    ),
    (Class::Think, "think believe guess suppose reckon feel imagine doubt wonder assume hope"),
    (Class::Courtesy, "thank thanks welcome hello hi congratulations congrats sorry goodbye please cheers bye excuse"),
    (
        Class::Command,
        "look listen take tell let remember read click see sign subscribe share follow find make go stand vote send \
         give get keep stop come don't imagine consider note watch wait call ask check visit download join learn try \
         think do put hold bring turn use be explain show start leave help stay",
    ),
    (Class::Opener, "i you let tell by excuse here's here point question issue come talk talking don't as like that's"),
    (
        Class::Negative,
        "not isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't couldn't can't \
         cannot shouldn't deny denied denies false untrue untruth without neither nor refused",
    ),
    (
        Class::Credit,
        "image photo photograph picture photographer illustration graphic credit pictured file video caption \
         screenshot",
    ),
];
