//! The word lists of English.

use super::facts::LanguageFacts;

/// English, as American and British newsrooms write it.
pub(super) const ENGLISH: LanguageFacts = LanguageFacts {
    code: "en",
    common: "a about according after although an and another are as at be because been before but by can could did \
        do does during each even every few for from had has have he her here hers him his how however if in into is \
        it its it's just last many meanwhile more most my not of on once one only or other our out over she should \
        since some such than that that's the their them then there these they this those though through to under \
        until up was we were what when where whether which while who whose why with would you your i i'm i've he's \
        she's they're we're there's let's don't didn't",
    openers: "police officials shares analysts investors critics supporters experts authorities prosecutors protesters \
        witnesses residents lawyers nobody everyone everybody somebody someone nothing voters lawmakers researchers \
        scientists doctors reporters editors millions thousands hundreds dozens several both all neither either \
        two three four five six seven eight nine ten today yesterday tomorrow earlier later still yet also instead \
        moreover furthermore nevertheless nonetheless additionally afterwards finally fortunately unfortunately \
        perhaps maybe please turnout asked despite among against without within between along unlike like so nor never \
        image photo picture millions others any anyone now soon sometimes often thus therefore hence otherwise overall",
    leading: "ST MT FT Messrs Mmes Gov Govs Lt Sen Sens Rep Reps Gen Col Capt Cpt Cmdr Adm Maj Sgt Cpl Pvt Pfc Supt Insp Det \
        Rev Revd Fr Hon Pres Amb Atty Mgr Ald Asst Assoc Msgr Ven Pte Brig Cdr Ofc Dep \
        e.g i.e viz approx Ft Mts Sts Hwy Rt Rte Lieut Profs Drs Det Insp Comdr Wm Geo Chas Jas Thos Benj \
        esp incl abt resp",
    numbered: "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec sec ver para pt ext Ext ca chap Chap \
        cl Cl reg Regs sched Ex ex Op SEC NO ART FIG est",
    either: "Pt yr yrs U.S U.K U.N E.U D.C Ph.D Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass \
        Mich Minn Miss Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Sask Alta Esq \
        Univ univ Dept dept Assn Mfg Intl Natl Govt govt Ave ave Blvd blvd Rd rd St st Ln Sq Plc LLC Pty Grp Ent Hosp \
        Inst Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun ret Ret min avg med misc orig \
        Lib Dem ",
    closing: "pct a.m p.m A.M P.M a.k.a mph kph mpg lb lbs ft oz hr hrs yd yds mi",
    ordinals: false,
};
