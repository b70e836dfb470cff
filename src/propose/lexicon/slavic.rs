//! The Slavic languages.

use super::facts::LanguageFacts;

/// Polish.
pub(super) const POLISH: LanguageFacts = LanguageFacts {
    leading: "prof dr hab inż mgr gen płk kpt ks św bł ul al pl np tzn tj tzw m.in wg zob por płn płd lek \
        abp bp kard ww w/w sierż ppłk mjr hr",
    numbered: "nr art ust pkt poz str s rozdz tel t godz r",
    either: "im os por ok red sp r w tys mln mld ang niem łac śp",
    closing: "itd itp zł gr",
    ordinals: true,
    ..LanguageFacts::plain(
        "pl",
        "a aby ale ani bardzo bez bo by być był była było były chce ci co czy dla do gdy gdzie go i ich im ja jak jako je \
         jednak jego jej jest jestem jeszcze jeśli już kiedy kto która które który których lub ma mają mi mnie może na nad \
         nas nasz nie niego nich nim o od on ona oni oraz pan po pod podczas ponieważ przed przez przy są się swoje ta tak \
         tam te tego tej tem ten też to tu tylko tym w we więc wszystkie z za ze został że",
    )
};

/// Czech.
pub(super) const CZECH: LanguageFacts = LanguageFacts {
    leading: "Ing Mgr Bc MUDr JUDr PhDr RNDr prof doc dr sv gen plk kpt mjr tzv tj např resp cca atp ul p pí mj vč apod",
    numbered: "č čl str odst s r tel sv",
    either: "nám r hod mil mld tis a.s s.r.o stol",
    closing: "atd apod aj Kč",
    ordinals: true,
    ..LanguageFacts::plain(
        "cs",
        "a aby ale ani až bez bude by byl byla bylo byly co do jak jako jeho jejich její jen ještě již je jsem jsme jsou k kde \
         kdo kdy když která které který má mezi mu může na nad ne nebo není než o od on ona podle po pod pokud pouze proto \
         protože před přes při pro s se si své ta tak také tam ten to tom tu už v ve však více z za ze že řekl",
    )
};

/// Slovak.
pub(super) const SLOVAK: LanguageFacts = LanguageFacts {
    leading: "Ing Mgr Bc MUDr JUDr PhDr RNDr prof doc dr sv gen plk kpt mjr tzv tj napr resp cca ul p pí vrát",
    numbered: "č čl str ods s r tel sv",
    either: "nám r hod mil mld tis a.s s.r.o stor",
    closing: "atď apod",
    ordinals: true,
    ..LanguageFacts::plain(
        "sk",
        "a aby aj ako ale ani až bez bol bola bolo boli by byť čo do ešte ho i ich ide iba ja je jeho jej k kde keď kto ktorá \
         ktoré ktorí ktorý ktorých má medzi mi môže na nad nie o od on ona oni po pod podľa pred pre preto pretože pri s sa \
         si sme som sú svoje ta tak tento to toto tom tu už v vo však viac z za zo že povedal",
    )
};

/// Slovene.
pub(super) const SLOVENE: LanguageFacts = LanguageFacts {
    leading: "g gdč dr prof mag inž sv gen npr tj t.i oz",
    numbered: "št čl str tel",
    closing: "itd ipd idr",
    ordinals: true,
    ..LanguageFacts::plain(
        "sl",
        "a ali bi bil bila bile bili bilo bo da do ga h i iz ima in jaz je jih jim k kaj kako kar ker ki ko kot le ma med \
         mi na nad naj ne ni njegov o ob od on ona pa po pod pred pri s sem še si smo so svoje ta tako tega tem ter to tudi \
         v več za zaradi ž že",
    )
};

/// Croatian, and Serbian and Bosnian in Latin letters.
pub(super) const CROATIAN: LanguageFacts = LanguageFacts {
    leading: "g gđa gđica dr prof mr mag ing sv gen npr tzv tj o.g odn",
    numbered: "br čl str tel",
    closing: "itd sl",
    ordinals: true,
    ..LanguageFacts::plain(
        "hr",
        "a ali ako bi bila bile bilo bio će da do ga i ih ili im iz ima je jedan jer još joj kad kada kako kao kod koja koje \
         koji koju li mi mu na nakon ne neće nego nije nisu no o od on ona oni po pod prema pri prije s sam samo se smo su \
         svi svoje što ta tako te ti to tom u uz već više za zbog",
    )
};

/// Russian.
pub(super) const RUSSIAN: LanguageFacts = LanguageFacts {
    code: "ru",
    common: "а без более бы был была были было быть в вам вас во вот все всё вы где да для до его ее если есть еще ещё её же \
        за здесь и из или им их к как какие когда которые который кто ли лишь мне много может мы на над наш не него нее \
        нет ни них но ну о об однако он она они оно от очень по под после потом потому почему при про с свой себя сейчас \
        со также так такой там тем теперь то того тоже только том тот ты у уже хотя чего чем через что чтобы эта эти это \
        этот я",
    openers: "сегодня вчера завтра согласно никто поэтому кроме",
    leading: "г-н г-жа проф акад доц ул пр просп пер пл наб кв стр корп обл гор пос дер ген полк кап лейт св т.е т.к \
        напр тел гр тов",
    numbered: "ст п пп гл д с табл рис № см",
    either: "им г гг в вв тыс млн млрд куб кв н.э чел экз шт долл т.г м.г л",
    closing: "др пр т.д т.п руб коп",
    ordinals: false,
};

/// Ukrainian.
pub(super) const UKRAINIAN: LanguageFacts = LanguageFacts {
    leading: "проф акад ім вул просп пров пл обл ген полк св напр тов тел",
    numbered: "ст п пп гл табл рис № див",
    either: "р рр ст тис млн млрд кв м н.е",
    closing: "ін т.д т.п грн",
    ..LanguageFacts::plain(
        "uk",
        "а але без би був була були було бути в вже ви від він вона вони все всі де для до є з за зараз і із його її їх й \
         коли кому який яка які яке лише ми може на над не немає ні них ніж о об однак по про при після під та так також \
         там те тим то того тому той тут у це цей ця ці чи через що щоб ще я як якщо",
    )
};

/// Belarusian.
pub(super) const BELARUSIAN: LanguageFacts = LanguageFacts::plain(
    "be",
    "а або але аб ад без бы быў была былі было будзе ва вы гэта гэты да для ды ён яна яны з за і іх й каб калі кім ля мы на \
     над не ні па пад пра пры пасля таксама так там тое той толькі у ўжо ў чым што як якая якія які яго яе",
);

/// Bulgarian.
pub(super) const BULGARIAN: LanguageFacts = LanguageFacts {
    leading: "г-н г-жа проф доц д-р инж акад ген полк св бул ул пл гр с ж.к напр вкл т.е т.нар ок",
    numbered: "чл ал т стр гл табл фиг № вж",
    either: "г гг в вв ст хил млн млрд т.г м.г пр.н.е н.е кв куб бр ч",
    closing: "др т.н лв",
    ..LanguageFacts::plain(
        "bg",
        "а ако аз без беше би бе бил била били било бъде в вече е ви все във го да до дори докато защо защото за и из или им \
         има как като коя които който която което кой към кога който когато ли ме между ми му на над най не нея ни никой но \
         няма обаче от по под пред през при с са само се си след според още още така там те тези това този то той тя тази \
         трябва ще че я",
    )
};

/// Serbian in Cyrillic letters.
pub(super) const SERBIAN: LanguageFacts = LanguageFacts {
    leading: "г гђа др проф мр инж св ген нпр тзв тј",
    numbered: "бр чл стр тел",
    closing: "итд сл",
    ordinals: true,
    ..LanguageFacts::plain(
        "sr",
        "а али ако би била биле било био ће да до га и их или им из има је један јер још кад када како као код која које који \
         коју ли ми му на након не неће него није нису о од он она они по под према при пре с сам само се смо су сви своје \
         што та тако те то том у уз већ више за због",
    )
};

/// Macedonian.
pub(super) const MACEDONIAN: LanguageFacts = LanguageFacts::plain(
    "mk",
    "а ако би беше биде била биле било во веќе го да до е ги ги го дека за зошто и из или им има исто ја како кај кога кој \
     која кои кое ќе ли ме ми му на над не нема ни но од околу по под при пред само се сè со сите се си според така тие \
     тоа тој таа треба уште што",
);
