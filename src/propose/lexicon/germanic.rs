//! German, Dutch, the languages of the North, Afrikaans.

use super::facts::LanguageFacts;

/// German.
pub(super) const GERMAN: LanguageFacts = LanguageFacts {
    code: "de",
    common: "aber alle als also am an auch auf aus bei bis da damit dann das dass dem den denn der des deshalb die \
        dies diese dieser doch dort durch ein eine einem einen einer er es etwas euch für gegen hat haben hatte ich \
        ihm ihn ihr ihre im immer in ist ja jedoch jetzt kein keine man mehr mit nach nachdem nicht noch nun nur ob \
        obwohl oder ohne sehr sein seine seit sich sie sind so sondern trotz um und uns unter viele vom von vor war \
        waren warum was wegen weil wenn werden wer wie wieder wir wird wo wurde wurden zu zum zur zwischen über bereits \
        daher dabei dafür danach außerdem",
    openers: "gestern heute morgen zudem niemand jemand zuvor später laut anders insgesamt",
    leading: "rd gegr Hr Hrn Fr Frl Dipl Ing med jur phil bzw ca evtl ggf inkl exkl insb sog vgl zzgl z d u i Univ Gebr Hl St \
        St geb gest verh röm kath ev dt engl franz Min Mag Dir Stv Bgm Abg Gen Hptm Lt Maj Obst Priv Doz einschl mind \
        max sen jun allg bes lat ital griech amerik russ türk",
    numbered: "Az S Bd Abs Art Nr Nrn Kap Abb Tab Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Ziff Anm Aufl Jh Hrsg \
        Rn Rz Str Tel Postf",
    either: "Str str Jh Mio Mrd Tsd Hrsg Abt Ges Verl Bhf Pl usf e.V i.R a.D",
    closing: "usw etc ff f Std Min Sek Stck",
    ordinals: true,
};

/// Dutch.
pub(super) const DUTCH: LanguageFacts = LanguageFacts {
    code: "nl",
    common: "aan al alle als andere ben bij dan dat de deze die dit door een en er geen had hadden heb hebben heeft het \
        hij hoe hun ik in is ja je jullie kan kon maar meer met mijn moet na naar niet nog nu of om omdat onder ons ook \
        op over te toch toen tot uit van veel volgens voor waar want waren was wat we wel werd werden wie wij wordt zal \
        ze zei zich zij zijn zo zou zonder",
    openers: "gisteren vandaag morgen daarom daarna niemand iedereen",
    leading: "dhr mevr mw drs ir ing mr dr prof bijv bv vgl resp d.w.z t/m ca c.q o.a m.b.t t.a.v i.v.m gem ds \
        kol gen lt maj",
    numbered: "nr nrs blz art afb jan feb mrt apr jun jul aug sep sept okt nov dec hfst par tab bd dl",
    either: "jl ca aanw bijw vnw bnw ww telw N.V B.V e.d",
    closing: "enz etc e.a a.u.b",
    ordinals: false,
};

/// Danish.
pub(super) const DANISH: LanguageFacts = LanguageFacts {
    code: "da",
    common: "af alle at blev blive bliver da de dem den denne der deres det dette dig din efter eller en end er et for \
        fordi fra få gik ham han hans har havde have hej hende her hos hun hvad hvem hver hvilke hvis hvor hvordan hvorfor \
        i ikke ind jeg jer kan kom kun kunne man mange med meget men mig min mod mit nogen noget nogle nu når og også om \
        op os over på sagde se sig sin skal skulle som så til ud under var ved vi vil ville være været",
    openers: "igen ingen går",
    leading: "hr fru frk dr prof skt bl eks f.eks dvs ca pga mht cand mag jur lic adv dir inkl ekskl vedr evt ang ml",
    numbered: "nr s kap jan feb mar apr jun jul aug sep sept okt nov dec tlf bd afs art",
    either: "kl mio mia Chr A/S gl",
    closing: "osv mv m.v o.l m.m kr",
    ordinals: true,
};

/// Norwegian.
pub(super) const NORWEGIAN: LanguageFacts = LanguageFacts {
    code: "no",
    common: "alle at av bare ble blir da de den denne der dere det dette du eller en enn er et etter for fordi fra får ha \
        ham han har hadde hun hva hvem hvis hvor hvordan hvorfor i ikke inn jeg kan kom kunne man mange med meg meget men \
        mer mot noe noen nå når og også om opp oss over på sa seg sier sin skal skulle som så til under ut var ved vi vil \
        være vært å deg mye",
    openers: "ingen",
    leading: "hr fru frk dr prof f.eks dvs ca pga mht inkl ekskl bl st evt ang",
    numbered: "nr s kap jan feb mar apr jun jul aug sep sept okt nov des tlf bd",
    either: "kl mill mrd",
    closing: "osv mv m.m o.l kr",
    ordinals: true,
};

/// Swedish.
pub(super) const SWEDISH: LanguageFacts = LanguageFacts {
    code: "sv",
    common: "alla allt att av bara bland blev blir de dem den denna deras dess det detta dig din du där då efter eller en \
        enligt ett finns fick från få för har hade han hans hennes hon honom hur här i in ingen inte jag kan kom kommer \
        kunde man med mellan men mer mig min mot mycket ni nu när någon något några och också om oss på sade sedan sig \
        sin ska skulle som så säger till under upp ut utan vad var varför vi vid vilka är även över",
    openers: "igår idag",
    leading: "hr fru frk dr prof t.ex bl dvs s.k ca fr.o.m t.o.m m.a.o inkl exkl resp civ ing doc",
    numbered: "nr s sid kap jan feb mar apr jun jul aug sep sept okt nov dec tel bd",
    either: "kl milj mdr f.d",
    closing: "osv m.m m.fl mfl etc o.s.v o.d kr",
    ordinals: false,
};

/// Icelandic.
pub(super) const ICELANDIC: LanguageFacts = LanguageFacts {
    ordinals: true,
    ..LanguageFacts::plain(
        "is",
        "að af á eða ef eftir ekki en er frá fyrir hann hefur hún hvað hver það þá þar þegar þeir þessi þetta þeim þú ég \
         með mjög og sem sér sig sinn segir til um upp var vegna verið við voru í úr við",
    )
};

/// Afrikaans.
pub(super) const AFRIKAANS: LanguageFacts = LanguageFacts {
    leading: "mnr mev mej dr prof bv bl ds adv",
    ..LanguageFacts::plain(
        "af",
        "aan as baie by daar dat die dit een ek en gaan haar hierdie het hom hulle hy is jy kan maar met meer my na nie \
         nog om ons ook op oor sal se sê sy toe te tot uit van vir was wat wees word",
    )
};
