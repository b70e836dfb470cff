//! French, Spanish, Italian, Portuguese, Catalan, Romanian.

use super::facts::LanguageFacts;

/// French.
pub(super) const FRENCH: LanguageFacts = LanguageFacts {
    code: "fr",
    common: "ainsi alors après au aussi autre aux avait avant avec avoir c ce cela celle ces cet cette ceux chez comme \
        contre d dans de depuis des deux donc du elle elles en encore entre est et eu fait il ils j je l la le les leur \
        leurs lors lui m mais mes moi même n ne nos notre nous on ont ou où par pas pendant peut plus pour pourquoi qu \
        quand que quel quelle qui s sa sans se selon ses si son sont sous sur tous tout toute très tu un une vos votre \
        vous y à été être était",
    openers: "hier aujourd'hui demain cependant pourtant enfin malgré toutefois personne certains plusieurs",
    leading: "M MM Mme Mmes Mlle Mlles Me Mgr Dr Dre Pr St Ste Gén Col Cap Cdt Lt env cf c.-à-d p.ex av apr bd",
    numbered: "n p pp art chap vol fig janv févr avr juil sept oct nov déc tél éd t",
    either: "J.-C boul éd hab Sté Ets",
    closing: "etc",
    ordinals: false,
};

/// Spanish.
pub(super) const SPANISH: LanguageFacts = LanguageFacts {
    code: "es",
    common: "a al algo ante antes así aunque cada como con contra cual cuando cuál cómo de del desde después donde dónde \
        durante e el ella ellas ellos en entonces entre era eran es esa ese eso espero esta estaba estado estas este \
        esto estos está están fue fueron ha había hace han hasta hay hoy la las le les lo los luego me mi mientras muy más \
        ni no nos nosotros o otra otro para pero por porque que quien qué se sea según ser si sido sin sobre son su sus \
        sí también tanto te tiene todo todos tras tu un una uno usted y ya yo él",
    openers: "ayer mañana nadie varios muchos además tampoco",
    leading: "Sr Sra Srta Sres Sras Dr Dra Drs Lic Ing Prof Profa Arq Gral Cnel Cap Tte Sgto Mons Fr Pbro Excmo Excma \
        Ilmo Ilma Dña D Da Sto Sta Ud Uds Vd Vds aprox pej ej p.ej Abog",
    numbered: "núm núms n.º art arts pág págs cap vol fig tel tomo t nro ene feb mar abr may jun jul ago sep sept oct \
        nov dic",
    either: "S.A S.L EE.UU a.C d.C Cía Av Avda Apdo Dpto depto izq dcha Admón EE UU",
    closing: "etc",
    ordinals: false,
};

/// Italian.
pub(super) const ITALIAN: LanguageFacts = LanguageFacts {
    code: "it",
    common: "a ad agli ai al alla alle anche ancora avere aveva c che chi ci come con contro cosa così cui da dagli dai dal \
        dalla dalle degli dei del dell della delle dello di dopo dove due durante e ed era erano essere fa fino fra gli già \
        ha hanno i il in io l la le lei li lo loro lui ma mentre mi mia mio molto ne nei nel nell nella nelle noi non nostro \
        o ogni per perché più poi prima può qual quale quando quanto quella quelle quello questa queste questo qui se \
        secondo sei senza si sia sono stata stato su sua sue sugli sui sul sulla suo suoi tra tutti tutto un una uno vi voi è",
    openers: "ieri oggi domani però infatti inoltre nessuno tuttavia",
    leading: "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv arch rag geom On Gen Col Cap Ten mons egr gent \
        Ill Dr ca cfr es p.es",
    numbered: "n nn art artt pag pagg cap vol fig tel gen feb mar apr mag giu lug ago set sett ott nov dic sec",
    either: "S.p.A S.r.l a.C d.C Soc F.lli",
    closing: "ecc etc",
    ordinals: false,
};

/// Portuguese.
pub(super) const PORTUGUESE: LanguageFacts = LanguageFacts {
    code: "pt",
    common: "a ainda ao aos após as até com como contra da das de dela dele depois do dos durante e ela elas ele eles em \
        entre era eram essa esse esta estava este está eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito \
        na nas nem no nos nossa não nós o onde os ou para pela pelas pelo pelos por porque quais qual quando que quem se \
        segundo sem ser seu seus sobre sua suas são só também te tem tinha tudo um uma você vocês à às é",
    openers: "ontem hoje amanhã ninguém porém",
    leading: "Sr Sra Srs Sras Srta Dr Dra Drs Prof Profa Eng Arq Gen Cel Cap Ten Sgto Exmo Exma D Pe aprox Des Dep Min",
    numbered: "n nº art arts pág págs p pp cap vol fig tel jan fev mar abr mai jun jul ago set out nov dez séc",
    either: "S.A Lda Ltda Av a.C d.C Cia EUA",
    closing: "etc",
    ordinals: false,
};

/// Catalan.
pub(super) const CATALAN: LanguageFacts = LanguageFacts {
    leading: "Sr Sra Dr Dra Prof Mn Gral aprox",
    numbered: "núm pàg art cap vol fig tel",
    ..LanguageFacts::plain(
        "ca",
        "a al als amb aquest aquesta això així com d dels des després el ella ells els en encara entre era és està fer fins \
         ha han hi i ja l la les li més molt n ni no nosaltres o on pel pels per però perquè que què quan qui s se segons \
         sense ser seu seva si sobre són també tot una va van",
    )
};

/// Romanian.
pub(super) const ROMANIAN: LanguageFacts = LanguageFacts {
    leading: "dl dna d-l d-na dr prof ing gen col av lt cca",
    numbered: "nr art pag p vol fig tel str alin",
    ..LanguageFacts::plain(
        "ro",
        "a acest această acum ai al ale am ar au avea acesta că care ce cel cu când cum dacă dar de decât despre din doar \
         după ea ei el erau este eu fi fie fost foarte iar în între îi își la le lor lui mai mult ne nici noi nu o pe pentru \
         prin sa sau să se și sunt spune s te toate tot un unde unei unui va voi",
    )
};
