//! What makes a sentence worth a check, and what speaks against it.

use crate::propose::tokens::class::WordClass;

/// Words by class, in small letters.
pub(super) const LISTS: &[(WordClass, &str)] = &[
    (
        WordClass::COMPARATIVE,
        "more less fewer higher lower greater larger bigger smaller better worse faster slower longer shorter \
         older younger richer poorer cheaper stronger weaker earlier further safer hotter colder wider deeper \
         heavier lighter than compared versus outnumber exceed exceeded double triple",
    ),
    (
        WordClass::SUPERLATIVE,
        "most least best worst biggest largest smallest highest lowest greatest fewest longest shortest oldest \
         youngest richest poorest cheapest strongest weakest fastest slowest hottest coldest deadliest busiest \
         record unprecedented toughest safest wealthiest tallest widest deepest",
    ),
    (
        WordClass::RESULT,
        "won win winner beat beaten defeat victory trophy medal award champion championship score record finalist \
         titles",
    ),
    (
        WordClass::ABSOLUTE,
        "never always nobody none everybody everyone nothing entirely completely totally wholly sole solely \
         nowhere exclusively unanimously unanimous whatsoever impossible zero",
    ),
    (WordClass::EVERY, "all any every only entire ever everything anywhere no"),
    (
        WordClass::CHANGE,
        "rise rose risen rising fall fell fallen increase decrease decline grow grew grown shrink shrank shrunk \
         plunge soar surge double triple quadruple halve reduce raised expand shorten worsen improve slump tumble \
         spike accelerate lower gain recover collapse vanish disappear eliminate abolish restore dropped",
    ),
    (
        WordClass::CAUSE,
        "because cause causes caused causing due therefore thus hence consequently lead led leads trigger prompt \
         spark result results resulting owing stem provoke enable prevent contribute blame affect effect impact",
    ),
    (
        WordClass::LAW,
        "law legal illegal illegally unlawful lawful legislation bill statute constitution constitutional court \
         judge ruling ruled rule verdict trial sue lawsuit lawsuits sentence convict conviction acquit charge \
         indict indictment arrest detain jail prison custody bail plead prosecute prosecution ban outlaw prohibit \
         mandate treaty sanction regulation visa asylum parole fine warrant subpoena legislature amendment licence \
         license patent contract jurisdiction appeal evict deport",
    ),
    (
        WordClass::ACCUSE,
        "accuse allege allegation blame lie lied lying liar fraud fraudulent corrupt corruption bribe bribery \
         steal stole stolen theft cheat fake hoax mislead misled deceive deception scandal abuse harass assault \
         guilty crime criminal illegal threaten fail failed failure refuse neglect violate violation breach \
         conspire conspiracy racist discriminate discrimination misconduct incompetent irresponsible negligent \
         betray smear launder embezzle extort blackmail manipulate sabotage interfere intimidate false falsely \
         untrue plagiarise plagiarize falsify complicit collude collusion dishonest",
    ),
    (
        WordClass::HARM,
        "die died dead attack death kill killed murder injure injury injuries victim casualty casualties shot bomb \
         bombing explode explosion collapse destroy destruction damage flood earthquake drown infect infection \
         poison rape torture kidnap hostage evacuate displace disease cancer overdose suicide starve famine \
         contaminate shooting wildfire blaze crashed",
    ),
    (
        WordClass::DEALING,
        "pay paid sell sold buy bought spend spent cost earn owe owed donate donation fund funding invest \
         investment lend lent borrow borrowed loan debt fee price bail subsidy subsidies subsidise subsidize tax \
         revenue profit income salary salaries wage bonus budget fine refund purchase acquire acquisition takeover \
         export import donor",
    ),
    (
        WordClass::MATTER,
        "health healthcare virus vaccine vaccination epidemic pandemic mortality covid hospital insurance medicare \
         pension welfare poverty homeless unemployment unemployed job economy economic recession inflation deficit \
         debt tax tariff trade budget crime violence violent prison police murder weapon gun immigration immigrant \
         migrant refugee asylum border election ballot vote voter campaign referendum military army war troops \
         missile nuclear terrorism terrorist sanction climate emission pollution carbon oil gas energy drought \
         drug education abortion slavery housing rent railway bridge dam reactor privacy surveillance census \
         manufacturing factory factories industry industries farm crop population",
    ),
    (
        WordClass::OPINION,
        "good great bad terrible horrible awful wonderful beautiful fantastic amazing brilliant excellent nice \
         fine lovely disgusting shameful spectacular stunning impressive magical memorable enjoyable delicious \
         gorgeous exciting thrilling hilarious funny elegant stylish legendary iconic inspiring touching \
         heartwarming refreshing cosy cozy cheerful gloomy passionate humble genuine pleasant unpleasant awkward \
         weird curious fascinating remarkable outstanding superb magnificent marvellous marvelous splendid \
         terrific dreadful appalling outrageous pathetic miserable hopeless disappointing mediocre reasonable \
         sensible foolish ironic surprisingly interestingly luckily regrettably arguably disgrace disgraceful \
         disaster sad sadly unfortunately fortunately important interesting boring ridiculous stupid silly crazy \
         smart dumb tough fair unfair proud happy glad delightful ugly incredible unbelievable tremendous perfect \
         successful frankly honestly obviously clearly surely hopefully emotional wrong right moral sick okay \
         lucky charming interested excited worried thrilled delighted disappointed surprised pleased afraid \
         confident hopeful grateful thankful honoured honored relieved frustrated angry upset optimistic \
         pessimistic sincere",
    ),
    (
        WordClass::COURTESY,
        "thank thanks welcome hello hi congratulations congrats sorry goodbye please cheers bye excuse",
    ),
    (WordClass::OPENER, "i you let tell by excuse here point question issue come talk talking do as like that"),
    (
        WordClass::CREDIT,
        "image photo photograph picture photographer illustration graphic credit pictured file video caption \
         screenshot",
    ),
];
